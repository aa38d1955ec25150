namespace BuyingGroups.Portal.Features.Demo.Words;

internal static partial class Languages
{
    public static Language Dutch { get; } = new("Dutch", new LanguageWords
    {
        Women = "Aafke|Anneke|Annelies|Astrid|Carlijn|Daphne|Eline|Esmée|Femke|Fleur|Hanneke|Ilse|Inge|Josephine|Karin|Lieke|Lotte|Maaike|Marieke|Marloes|Mirjam|Noortje|Renée|Roos|Sanne|Saskia|Tineke|Wendy",
        Men = "Arjan|Bart|Bas|Cees|Daan|Diederik|Dirk|Gerrit|Henk|Jaap|Jan-Willem|Jeroen|Joost|Koen|Lars|Maarten|Marco|Niels|Pieter|Reinier|Ruud|Sander|Sjoerd|Teun|Thijs|Wim|Wouter|André",
        LastNames = "Aalbers|Bakker|Beekman|Bosman|Brouwer|de Boer|de Groot|de Vries|Dekker|Dijkstra|Groeneveld|Haverkamp|Hendriks|Hoekstra|Huisman|Jansen|Kuiper|Kuipers|Lammers|Meijer|Molenaar|Mulder|Postma|Prins|Schipper|Schouten|Smit|ten Brink|Terpstra|van Dam|van den Berg|van Dijk|van 't Hof|Veenstra|Verhoeven|Vermeulen|Visser|Vos|Wiersma|Zijlstra",
        Functions = "Operations|Wagenpark|Inkoop|ICT|Financiën|Marketing|Verkoop|HR|Logistiek|Techniek",
        Board = "Algemeen directeur|Voorzitter Raad van Bestuur|Lid Raad van Bestuur|Commissaris|CEO",
        Chiefs = "COO|Operationeel directeur;Directeur Wagenpark;Chief Procurement Officer|CPO;CIO|ICT-directeur;CFO|Financieel directeur;CMO|Marketingdirecteur;Commercieel directeur|CCO;CHRO|HR-directeur;Directeur Supply Chain;CTO|Technisch directeur",
        Vice = "Adjunct-directeur {F}|VP {F}|Vice President {F}|Plv. directeur {F}",
        Director = "Directeur {F}|Hoofd {F}|Sr. Director {F}|Divisiedirecteur {F}",
        Manager = "Manager {F}|{F}manager|Afdelingshoofd {F}|Teamleider {F}|Teamleidster {F}|Regiomanager {F}",
        Change = "Verandermanager|Projectleider {F}|Manager Digitalisering|Innovatiemanager",
        Specialist = "Medewerker {F}|Specialist {F}|Adviseur {F}|Coördinator {F}|Analist {F}|Softwareontwikkelaar|Planner {F}",
        Assistant = "Assistent {F}|Directiesecretaresse|Chauffeur|Stagiair {F}~Stagiaire {F}|Receptionist~Receptioniste",
        FirstStems = "Beek|Blauw|Duin|Eiken|Groen|Haven|Hoog|Kooi|Lage|Meer|Noord|Oude|Rijn|Veen|Water|Zand",
        SecondStems = "berg|bos|broek|burg|dam|dijk|hof|horst|kamp|kerk|land|oever|poort|stein|veld|zicht",
        Trades = "Logistiek|Transport|Scheepvaart|Auto|Machinefabriek|Handel|Energie|Bouw|Zorg|Financiën|Software|Telecom|Levensmiddelen|Chemie",
        Divisions = "Diensten|Lease|Opslag|Beheer",
        Streets = "Havenstraat {n}|Stationsweg {n}|Dorpsstraat {n}|Industrieweg {n}|Marktplein {n}|Kanaaldijk {n}",
        Salutations = "Dhr.~Mevr.",
    });
}
