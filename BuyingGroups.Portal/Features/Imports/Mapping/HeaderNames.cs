using BuyingGroups.Data.Imports;

namespace BuyingGroups.Portal.Features.Imports.Mapping;

/// <summary>What columns are called in the exports of common systems, in several languages, and which field they mean.</summary>
public static class HeaderNames
{
    // The first name of a line is the surest; of two columns that mean one field, the one found earlier in its line wins.
    private static readonly (string Key, string Names)[] Accounts =
    [
        (TargetKeys.SourceKey, "source key|sourcekey|account id|accountid|acct id|account number|account key|customer id|customer number|company id|company record id|record id|crm id|external id|organisation id|organization id|id|symbol|ticker|kundnummer|kund id|kundennummer|kunden id|numéro client|id client|code client|número de cliente|id cliente|客戶編號|客户编号|帳戶編號|編號"),
        (TargetKeys.Name, "account name|company name|organisation name|organization name|customer name|legal name|account|company|organisation|organization|customer|security|name|företag|företagsnamn|bolag|kund|kundnamn|namn|firma|firmenname|unternehmen|kunde|entreprise|société|nom de l'entreprise|raison sociale|nom|empresa|nombre de la empresa|compañía|nombre|公司名稱|公司名称|公司|帳戶名稱|客戶名稱|名稱"),
        (TargetKeys.Parent, "parent account|parent|parent key|parent id|parent account id|parent company|parent source key|moderbolag|koncern|muttergesellschaft|mutterkonzern|société mère|empresa matriz|matriz|母公司"),
        ("industry", "industry|sector|gics sector|industry sector|vertical|bransch|branche|secteur|secteur d'activité|sector industrial|industria|產業|行業|行业"),
        ("annualRevenue", "annual revenue|revenue|turnover|annualrevenue|sales|omsättning|umsatz|jahresumsatz|chiffre d'affaires|ca|ingresos|ingresos anuales|facturación|年營收|營收|营收"),
        ("numberOfEmployees", "number of employees|employees|numberofemployees|no of employees|employee count|staff|headcount|company size|antal anställda|anställda|mitarbeiter|anzahl mitarbeiter|mitarbeiterzahl|effectif|nombre d'employés|empleados|número de empleados|員工人數|员工人数"),
        ("website", "website|web site|company domain name|domain|url|homepage|web|hemsida|webbplats|webseite|site web|sitio web|página web|網站|网站"),
        ("sicCode", "sic code|sic|sni|sni kod|naf|code naf"),
        ("phone", "phone|phone number|telephone|tel|main phone|telefon|telefonnummer|téléphone|teléfono|電話|电话"),
        ("billingStreet", "billing street|street|street address|billing address|address|address line 1|gata|gatuadress|adress|strasse|straße|adresse|rue|calle|dirección|地址"),
        ("billingCity", "billing city|city|town|stad|ort|postort|stadt|ville|ciudad|城市"),
        ("billingState", "billing state|state|billing state province|state region|province|län|delstat|bundesland|état|département|estado|provincia|州|省"),
        ("billingRegion", "billing region|region|sales region|région|región|區域|地區"),
        ("billingPostalCode", "billing postal code|billing zip postal code|billing zip|postal code|zip|zip code|postcode|postnummer|plz|postleitzahl|code postal|código postal|郵遞區號|邮政编码"),
        ("billingCountry", "billing country|country|country region|land|pays|país|國家|国家"),
        (TargetKeys.CityAndState, "headquarters location|headquarters|hq|hq location|location|city state|huvudkontor|hauptsitz|siège|siège social|sede|總部"),
        ("sourceType", "source type|account source|source|källa|quelle|origen|來源"),
    ];

    private static readonly (string Key, string Names)[] People =
    [
        (TargetKeys.SourceKey, "source key|sourcekey|person id|contact id|lead id|person key|contact record id|record id|prospect id|crm id|external id|id|kontakt id|id contact|id contacto|聯絡人編號|編號"),
        (TargetKeys.Account, "source account key|sourceaccountkey|company ticker|company key|account key|account id|accountid|acct id|account source key|account number|company id|associated company id|primary associated company id|customer id|customer number|symbol|ticker|kundnummer|kund id|kundennummer|numéro client|id client|id cliente|客戶編號|帳戶編號|account|company|företag|firma|entreprise|société|empresa|公司"),
        (TargetKeys.Email, "email|e mail|email address|e mail address|mail|work email|business email|epost|e post|e postadress|epostadress|mejl|e mail adresse|courriel|adresse e mail|adresse email|correo|correo electrónico|電子郵件|電郵|邮箱|电子邮件"),
        ("firstName", "first name|firstname|given name|förnamn|vorname|prénom|nombre|名字|名"),
        ("middleName", "middle name|mellannamn|zweiter vorname|deuxième prénom|segundo nombre"),
        ("lastName", "last name|lastname|surname|family name|efternamn|nachname|familienname|nom|nom de famille|apellido|apellidos|姓氏|姓"),
        (TargetKeys.FullName, "full name|name|contact name|person name|contact|namn|fullständigt namn|vollständiger name|nom complet|nombre completo|姓名"),
        ("salutation", "salutation|title prefix|prefix|anrede|hälsning|civilité|tratamiento|稱謂"),
        ("jobTitle", "job title|jobtitle|title|position|role|function|titel|befattning|yrkestitel|berufsbezeichnung|funktion|fonction|poste|intitulé du poste|cargo|puesto|職稱|职位|職位"),
        ("phone", "phone|phone number|business phone|work phone|telephone|tel|telefon|telefonnummer|téléphone|teléfono|電話|电话"),
        ("mobilePhone", "mobile phone|mobile|mobile phone number|cell|cell phone|mobil|mobiltelefon|handy|portable|téléphone portable|móvil|teléfono móvil|手機|手机"),
        ("fax", "fax|fax number|傳真"),
        ("city", "city|mailing city|town|stad|ort|postort|stadt|ville|ciudad|城市"),
        ("state", "state|mailing state|mailing state province|state region|province|län|bundesland|état|provincia|estado|州|省"),
        (TargetKeys.CityAndState, "location|city state"),
        ("postalCode", "postal code|mailing zip postal code|zip|zip code|postcode|postnummer|plz|postleitzahl|code postal|código postal|郵遞區號"),
        ("country", "country|mailing country|country region|land|pays|país|國家|国家"),
        ("dateOfBirth", "date of birth|birthdate|birthday|dob|födelsedatum|geburtsdatum|date de naissance|fecha de nacimiento|生日"),
        ("leadStatus", "lead status|status|leadstatus|contact status|estado del lead"),
        ("unsubscribed", "unsubscribed|unsubscribed from all email|email opt out|has opted out of email|opt out|avregistrerad|abgemeldet|désabonné|dado de baja"),
        ("unsubscribedReason", "unsubscribed reason|unsubscribe reason|opt out reason"),
        ("marketingSuspended", "marketing suspended"),
        ("marketingSuspendedCause", "marketing suspended cause"),
        ("emailInvalid", "email invalid|email bounced|hard bounced"),
        ("emailSuspended", "email suspended"),
        ("inferredState", "inferred state|inferred state region|ip state region"),
        ("inferredRegion", "inferred region"),
        (TargetKeys.RolesInAccount, "roles in account|role in account|role at account|account roles|relationship|relation"),
    ];

    private static readonly Dictionary<string, (string Key, int Rank)> AccountNames = Read(Accounts);
    private static readonly Dictionary<string, (string Key, int Rank)> PersonNames = Read(People);

    /// <summary>True when a column of this name is known for either kind.</summary>
    public static bool IsKnown(string header) => AccountNames.ContainsKey(Letters(header)) || PersonNames.ContainsKey(Letters(header));

    /// <summary>The field that a column of this name means, and how sure that is (0 is surest); null when it is not known.</summary>
    public static (string Key, int Rank)? Find(ImportKind kind, string header) =>
        (kind == ImportKind.Accounts ? AccountNames : PersonNames).TryGetValue(Letters(header), out var found) ? found : null;

    /// <summary>Letters and digits only, lower-case: "E-Mail Address" and "email_address" are the same column.</summary>
    public static string Letters(string header) => string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static Dictionary<string, (string Key, int Rank)> Read((string Key, string Names)[] lines)
    {
        var names = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        foreach (var (key, line) in lines)
        {
            var rank = 0;
            names.TryAdd(Letters(key), (key, rank++));
            foreach (var name in line.Split('|'))
                names.TryAdd(Letters(name), (key, rank++));
        }
        return names;
    }
}
