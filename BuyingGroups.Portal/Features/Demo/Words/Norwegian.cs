namespace BuyingGroups.Portal.Features.Demo.Words;

internal static partial class Languages
{
    public static Language Norwegian { get; } = new("Norwegian", new LanguageWords
    {
        Women = "Anette|Åse|Astrid|Berit|Bente|Camilla|Eli|Gro|Guro|Hege|Ida|Ingeborg|Kari|Kjersti|Liv|Marit|Nora|Ragnhild|Randi|Silje|Siri|Solveig|Tone|Turid",
        Men = "Arne|Asbjørn|Bjørn|Dag|Eirik|Espen|Geir|Gunnar|Håkon|Harald|Jørgen|Kåre|Kjetil|Knut|Leif|Magne|Odd|Øystein|Rune|Sigurd|Stian|Svein|Terje|Trond",
        LastNames = "Aas|Bakken|Berntsen|Bjørnstad|Brekke|Dahle|Eide|Fjeld|Grønli|Hagen|Halvorsen|Haugen|Helgesen|Iversen|Jørgensen|Knutsen|Kvåle|Lie|Løken|Moen|Myhre|Næss|Nygård|Ødegård|Pettersen|Rønning|Sæther|Solberg|Strøm|Sørensen|Tangen|Ulriksen|Vik|Øvrebø",
        Functions = "Drifts|Flåte|Innkjøps|IT-|Økonomi|Markeds|Salgs|HR-|Logistikk|Teknologi",
        Board = "Administrerende direktør|Daglig leder|Styreleder|Styremedlem|CEO",
        Chiefs = "Driftsdirektør|COO;Flåtedirektør;Innkjøpsdirektør;CIO|IT-direktør;CFO|Finansdirektør|Økonomidirektør;Markedsdirektør|CMO;Salgsdirektør;HR-direktør|Personaldirektør;Logistikkdirektør;CTO|Teknologidirektør",
        Vice = "Viseadministrerende direktør|Konserndirektør {F}avdeling|VP Norge|SVP Nordics",
        Director = "{F}direktør|Avdelingsdirektør {F}avdeling|Leder for {F}avdelingen",
        Manager = "{F}sjef|{F}leder|Ass. {F}sjef|Regional {F}leder|{F}ansvarlig",
        Change = "Endringsleder|Digitaliseringsleder|Prosjektleder|Innovasjonssjef",
        Specialist = "{F}rådgiver|{F}koordinator|{F}konsulent|{F}planlegger|Systemutvikler|{F}analytiker",
        Assistant = "{F}assistent|Resepsjonist|Sjåfør|Lærling|Administrasjonssekretær",
        FirstStems = "Bjørke|Bre|Dyr|Elve|Fjell|Furu|Gran|Hav|Is|Nord|Ny|Sjø|Skog|Sol|Stein|Vest",
        SecondStems = "bakken|berg|dal|fjord|havn|heim|li|moen|nes|stad|strand|sund|vang|vik|vold|øy",
        Trades = "Logistikk|Transport|Rederi|Bil|Mekaniske|Handel|Kraft|Bygg|Helse|Finans|Data|Telekom|Mat|Kjemi",
        Divisions = "Service|Leasing|Lager|Eiendom",
        Streets = "Havnegata {n}|Storgata {n}|Industriveien {n}|Strandgata {n}|Kirkegata {n}|Sjøveien {n}",
        Salutations = "Herr~Fru",
        DomainMark = "-no",
    });
}
