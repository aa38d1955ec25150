namespace BuyingGroups.Portal.Features.Demo.Words;

/// <summary>Where the demo's companies are.</summary>
internal static class Countries
{
    public static Country UnitedStates { get; } = new("United States", "Americas", Languages.English, "Inc.|LLC|Corp.", "+1 (202) 555-01##", 16,
        "Denver;Colorado;802##;(303) 555-01##|Columbus;Ohio;432##;(614) 555-01##|Saint Paul;Minnesota;551##;(651) 555-01##|Portland;Oregon;972##;(503) 555-01##|"
        + "Austin;Texas;787##;(512) 555-01##|Charlotte;North Carolina;282##;(704) 555-01##|Omaha;Nebraska;681##;(402) 555-01##|Savannah;Georgia;314##;(912) 555-01##");

    public static IReadOnlyList<Country> All { get; } =
    [
        new("Sweden", "EMEA", Languages.Swedish, "AB", "070-174 06 ##", 16,
            "Göteborg;Västra Götaland;41# ##;031-390 06 ##|Stockholm;Stockholm;11# ##;08-465 004 ##|Malmö;Skåne;21# ##;040-628 04 ##|Örebro;Örebro;70# ##;08-465 004 ##|"
            + "Luleå;Norrbotten;97# ##;0980-319 2##|Jönköping;Jönköping;55# ##;031-390 06 ##|Umeå;Västerbotten;90# ##;08-465 004 ##|Västerås;Västmanland;72# ##;08-465 004 ##"),
        new("Norway", "EMEA", Languages.Norwegian, "AS|ASA", "+47 400 00 0##", 6,
            "Oslo;Oslo;01##;+47 21 00 00 ##|Bergen;Vestland;50##;+47 55 00 00 ##|Trondheim;Trøndelag;70##;+47 73 00 00 ##|Tromsø;Troms;90##;+47 77 00 00 ##|Ålesund;Møre og Romsdal;60##;+47 70 00 00 ##"),
        new("Germany", "EMEA", Languages.German, "GmbH|AG|GmbH & Co. KG", "+49 171 39200##", 16,
            "Berlin;Berlin;10###;+49 30 23125 ###|Hamburg;Hamburg;20###;+49 40 66969 ###|München;Bayern;80###;+49 89 99998 ###|Köln;Nordrhein-Westfalen;50###;+49 221 4710 ###|"
            + "Frankfurt am Main;Hessen;60###;+49 69 90009 ###|Düsseldorf;Nordrhein-Westfalen;40###;+49 221 4710 ###|Nürnberg;Bayern;90###;+49 89 99998 ###|Lübeck;Schleswig-Holstein;235##;+49 40 66969 ###"),
        new("France", "EMEA", Languages.French, "SA|SAS|SARL", "06 39 98 ## ##", 12,
            "Paris;Île-de-France;750##;01 99 00 ## ##|Lyon;Auvergne-Rhône-Alpes;690##;04 65 71 ## ##|Marseille;Provence-Alpes-Côte d'Azur;130##;04 91 99 ## ##|"
            + "Besançon;Bourgogne-Franche-Comté;250##;03 53 01 ## ##|Orléans;Centre-Val de Loire;450##;02 61 91 ## ##|Nîmes;Occitanie;300##;05 36 49 ## ##"),
        new("Spain", "EMEA", Languages.Spanish, "S.A.|S.L.", "+34 600 000 ###", 8,
            "Madrid;Madrid;280##;+34 910 000 ###|Barcelona;Cataluña;080##;+34 930 000 ###|València;Comunitat Valenciana;460##;+34 960 000 ###|Málaga;Andalucía;290##;+34 951 000 ###|A Coruña;Galicia;150##;+34 881 000 ###|Bilbao;País Vasco;480##;+34 944 000 ###"),
        new("Portugal", "EMEA", Languages.Portuguese, "S.A.|Lda.", "+351 910 000 ###", 4,
            "Lisboa;Lisboa;1###-###;+351 210 000 ###|Porto;Porto;4###-###;+351 220 000 ###|Setúbal;Setúbal;29##-###;+351 265 000 ###|Évora;Évora;70##-###;+351 266 000 ###"),
        new("Poland", "EMEA", Languages.Polish, "S.A.|Sp. z o.o.", "+48 500 000 ###", 8,
            "Warszawa;Mazowieckie;00-###;+48 22 000 0# ##|Łódź;Łódzkie;90-###;+48 42 000 0# ##|Kraków;Małopolskie;30-###;+48 12 000 0# ##|Gdańsk;Pomorskie;80-###;+48 58 000 0# ##|Wrocław;Dolnośląskie;50-###;+48 71 000 0# ##|Poznań;Wielkopolskie;60-###;+48 61 000 0# ##"),
        new("Netherlands", "EMEA", Languages.Dutch, "B.V.|N.V.", "+31 6 0000 0###", 6,
            "Rotterdam;Zuid-Holland;30## AB;+31 10 000 00##|Amsterdam;Noord-Holland;10## CD;+31 20 000 00##|Eindhoven;Noord-Brabant;56## EF;+31 40 000 00##|Groningen;Groningen;97## GH;+31 50 000 00##"),
        new("United Kingdom", "EMEA", Languages.English, "Ltd|plc", "07700 900###", 10,
            "London;Greater London;EC1A #AB;020 7946 0###|Leeds;West Yorkshire;LS1 #CD;0113 496 0###|Bristol;Bristol;BS1 #EF;0117 496 0###|Glasgow;Scotland;G2 #GH;0141 496 0###|Cardiff;Wales;CF10 #JK;029 2018 0###|Liverpool;Merseyside;L1 #LM;0151 496 0###"),
        UnitedStates,
        new("Canada", "Americas", Languages.English, "Inc.|Ltd.", "+1 (613) 555-01##", 5,
            "Toronto;Ontario;M5H #A#;(416) 555-01##|Calgary;Alberta;T2P #B#;(403) 555-01##|Halifax;Nova Scotia;B3J #C#;(902) 555-01##|Vancouver;British Columbia;V6B #E#;(604) 555-01##"),
        new("Mexico", "Americas", Languages.Spanish, "S.A. de C.V.", "+52 55 0000 0###", 5,
            "Ciudad de México;Ciudad de México;06###;+52 55 0000 0###|Monterrey;Nuevo León;64###;+52 81 0000 0###|Querétaro;Querétaro;76###;+52 442 000 0###|Mérida;Yucatán;97###;+52 999 000 0###"),
        new("Brazil", "Americas", Languages.Portuguese, "S.A.|Ltda.", "+55 11 90000-0###", 7,
            "São Paulo;São Paulo;01###-###;+55 11 0000-0###|Rio de Janeiro;Rio de Janeiro;20###-###;+55 21 0000-0###|Curitiba;Paraná;80###-###;+55 41 0000-0###|Brasília;Distrito Federal;70###-###;+55 61 0000-0###|Florianópolis;Santa Catarina;88###-###;+55 48 0000-0###"),
        new("Taiwan", "APAC", Languages.Chinese, "股份有限公司|有限公司", "0900-000-###", 8,
            "台北市;台北市;10###;02-0000-0###|高雄市;高雄市;80###;07-000-0###|台中市;台中市;40###;04-0000-0###|新竹市;新竹市;30###;03-000-0###|台南市;台南市;70###;06-000-0###"),
    ];

    static readonly int[] Shares = [.. All.Select(country => country.Share)];

    static readonly Dictionary<string, Country> ByName = All.ToDictionary(country => country.Name, StringComparer.OrdinalIgnoreCase);

    public static Country Any(DemoRandom random) => All[random.Weighted(Shares)];

    public static Country Named(string? name) => name is not null && ByName.TryGetValue(name, out var country) ? country : UnitedStates;
}
