namespace BuyingGroups.Portal.Features.Demo.Words;

internal static partial class Languages
{
    public static Language German { get; } = new("German", new LanguageWords
    {
        Women = "Andrea|Angela|Annette|Bärbel|Beate|Birgit|Brigitte|Claudia|Dörte|Elke|Franziska|Gisela|Heike|Ines|Jana|Jutta|Käthe|Katrin|Lena|Leonie|Martina|Monika|Petra|Sabine|Sigrid|Steffi|Susanne|Ulrike|Ursula|Verena",
        Men = "Alexander|Andreas|Bernd|Christian|Dieter|Dirk|Florian|Frank|Götz|Günter|Hans-Jürgen|Heinz|Holger|Jens|Jörg|Jürgen|Kai|Klaus|Lukas|Matthias|Michael|Moritz|Norbert|Ralf|Rüdiger|Stefan|Thorsten|Uwe|Volker|Wolfgang",
        LastNames = "Albrecht|Bäcker|Bauer|Böhm|Brandt|Busch|Dietrich|Engel|Fiedler|Franke|Fröhlich|Götz|Groß|Günther|Haas|Hartmann|Hofmann|Jäger|Kaiser|Keller|König|Köhler|Krämer|Krüger|Kühn|Lang|Lehmann|Löffler|Ludwig|Möller|Müller|Nowak|Otto|Pfeiffer|Richter|Roth|Sauer|Schäfer|Schröder|Schütz|Seidel|Straßer|Thiele|Vogt|Voß|Weiß|Winkler|Ziegler",
        Functions = "Betrieb|Fuhrpark|Einkauf|IT|Finanzen|Marketing|Vertrieb|Personal|Logistik|Technik",
        Board = "Vorstandsvorsitzender~Vorstandsvorsitzende|Mitglied des Vorstands|Geschäftsführer~Geschäftsführerin|Mitglied des Aufsichtsrats|CEO",
        Chiefs = "COO|Vorstand Betrieb;Leiter Konzernfuhrpark~Leiterin Konzernfuhrpark|COO;CPO|Vorstand Einkauf;CIO|Vorstand IT;CFO|Finanzvorstand|Kaufmännischer Geschäftsführer~Kaufmännische Geschäftsführerin;CMO|Marketingvorstand;CSO|Vertriebsvorstand;CHRO|Personalvorstand|Arbeitsdirektor~Arbeitsdirektorin;Logistikvorstand;CTO|Technischer Geschäftsführer~Technische Geschäftsführerin",
        Vice = "Bereichsvorstand {F}|Vice President {F}|VP {F}|Stellv. Geschäftsführer~Stellv. Geschäftsführerin|SVP {F}",
        Director = "Leiter {F}~Leiterin {F}|Bereichsleiter {F}~Bereichsleiterin {F}|Hauptabteilungsleiter {F}~Hauptabteilungsleiterin {F}|Direktor {F}~Direktorin {F}|Head of {F}",
        Manager = "Abteilungsleiter {F}~Abteilungsleiterin {F}|Teamleiter {F}~Teamleiterin {F}|{F}-Manager~{F}-Managerin|Gruppenleiter {F}~Gruppenleiterin {F}|Abt.-Ltr. {F}",
        Change = "Projektleiter Digitalisierung~Projektleiterin Digitalisierung|Innovationsmanager~Innovationsmanagerin|Leiter Digitale Transformation~Leiterin Digitale Transformation|Projektleiter {F}~Projektleiterin {F}",
        Specialist = "Referent {F}~Referentin {F}|Sachbearbeiter {F}~Sachbearbeiterin {F}|Spezialist {F}~Spezialistin {F}|Fachkraft {F}|Disponent~Disponentin|Softwareentwickler~Softwareentwicklerin|Controller {F}~Controllerin {F}",
        Assistant = "Assistent {F}~Assistentin {F}|Assistenz der Geschäftsführung|Fahrer~Fahrerin|Auszubildender~Auszubildende|Werkstudent {F}~Werkstudentin {F}",
        FirstStems = "Alten|Berg|Blanken|Brunn|Eichen|Falken|Grün|Hohen|Kirch|König|Linden|Neu|Ober|Rhein|Rosen|Schön|Silber|Stein|Wald|Weiß",
        SecondStems = "bach|berg|brück|burg|dorf|eck|fels|furt|hafen|hausen|heim|hof|au|see|tal|werth",
        Trades = "Logistik|Spedition|Reederei|Automobil|Maschinenbau|Handel|Energie|Bau|Kliniken|Finanz|Software|Telekom|Lebensmittel|Chemie",
        Divisions = "Service|Leasing|Lager|Beteiligungen",
        Streets = "Hauptstraße {n}|Bahnhofstraße {n}|Hafenweg {n}|Industriestraße {n}|Gartenstraße {n}|Am Markt {n}",
        Salutations = "Herr~Frau",
    });
}
