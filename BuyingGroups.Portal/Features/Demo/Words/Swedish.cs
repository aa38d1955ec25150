namespace BuyingGroups.Portal.Features.Demo.Words;

internal static partial class Languages
{
    public static Language Swedish { get; } = new("Swedish", new LanguageWords
    {
        Women = "Agneta|Anna|Annika|Åsa|Astrid|Birgitta|Cecilia|Ebba|Elin|Elsa|Emma|Eva|Frida|Gunilla|Hanna|Ingrid|Jenny|Johanna|Karin|Kerstin|Lena|Linnéa|Malin|Maria|Märta|Pernilla|Sara|Sofia|Ulrika|Ylva",
        Men = "Anders|Åke|Axel|Björn|Bo|Carl-Johan|Daniel|Emil|Erik|Fredrik|Göran|Göte|Gustav|Håkan|Henrik|Jan|Johan|Jörgen|Karl|Lars|Magnus|Måns|Mattias|Nils|Olle|Per|Peter|Sören|Staffan|Sven",
        LastNames = "Åberg|Ahlström|Åkesson|Alm|Andersson|Axelsson|Berggren|Bergström|Björk|Blomqvist|Dahl|Ekström|Engström|Eriksson|Fors|Fransson|Gustafsson|Hägglund|Hallberg|Hedlund|Holmgren|Jansson|Johansson|Karlsson|Kjellberg|Lind|Lindström|Löfgren|Lundqvist|Månsson|Mattsson|Nilsson|Norén|Nyström|Öberg|Öhman|Olsson|Östlund|Persson|Rosén|Sandberg|Sjögren|Söderberg|Strand|Ström|Sundqvist|Svensson|Wallin",
        Functions = "Drift|Fordons|Inköps|IT-|Ekonomi|Marknads|Försäljnings|Personal|Logistik|Teknik",
        Board = "Verkställande direktör|VD|Styrelseordförande|Styrelseledamot|vd och koncernchef",
        Chiefs = "Driftsdirektör|Operativ chef|COO;Fordonsdirektör|COO;Inköpsdirektör;CIO|IT-direktör;CFO|Ekonomi- och finansdirektör|Finansdirektör;CMO|Marknadsdirektör;Försäljningsdirektör|CSO;HR-direktör|Personaldirektör;Logistikdirektör;CTO|Teknisk direktör",
        Vice = "Vice VD|vVD {F}ansvarig|Vice President|SVP Operations|VP Sverige|Affärsområdeschef",
        Director = "{F}direktör|Avdelningschef {F}avdelningen|Global {F}chef",
        Manager = "{F}chef|{F}ansvarig|Bitr. {F}chef|Gruppchef {F}gruppen|Regional {F}chef|tf {F}chef",
        Change = "Förändringsledare|Digitaliseringsansvarig|Innovationschef|Projektledare|Verksamhetsutvecklare",
        Specialist = "{F}koordinator|{F}controller|{F}specialist|{F}utvecklare|{F}handläggare|{F}planerare|Systemutvecklare|Trafikplanerare",
        Assistant = "{F}assistent|Administratör|Receptionist|Chaufför|VD-assistent|Praktikant",
        FirstStems = "Alm|Berg|Björk|Dal|Ek|Fors|Glimmer|Grön|Hav|Lind|Mark|Norr|Ost|Ren|Sand|Skog|Sten|Söder|Vinter|Väst",
        SecondStems = "backa|by|dala|fors|gård|holm|hult|kulla|löv|näs|sala|stad|sund|torp|vik|ås",
        Trades = "Logistik|Åkeri|Rederi|Fordon|Verkstad|Handel|Energi|Bygg|Vård|Finans|Data|Telekom|Livs|Kemi",
        Divisions = "Service|Leasing|Lager|Fastighet",
        Streets = "Hamngatan {n}|Storgatan {n}|Industrivägen {n}|Åkerigatan {n}|Kungsgatan {n}|Strandvägen {n}",
        Salutations = "Herr~Fru",
    });
}
