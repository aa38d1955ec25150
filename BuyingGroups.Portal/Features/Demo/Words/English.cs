namespace BuyingGroups.Portal.Features.Demo.Words;

internal static partial class Languages
{
    public static Language English { get; } = new("English", new LanguageWords
    {
        Women = "Alice|Amelia|Beatrice|Charlotte|Claire|Daisy|Elizabeth|Emily|Fiona|Grace|Hannah|Isla|Jasmine|Jessica|Katherine|Laura|Margaret|Megan|Naomi|Olivia|Patricia|Rachel|Rebecca|Samantha|Sarah|Susan|Tamara|Victoria|Yvonne|Zoë",
        Men = "Adam|Andrew|Benjamin|Callum|Charles|Daniel|David|Edward|Ethan|Frank|George|Gregory|Harry|Isaac|Jack|James|John|Kevin|Liam|Marcus|Michael|Nathan|Oliver|Patrick|Robert|Ryan|Samuel|Thomas|Victor|William",
        LastNames = "Abbott|Archer|Bailey|Barnes|Bennett|Brooks|Carter|Chapman|Clarke|Coleman|Dawson|Ellis|Fletcher|Foster|Gibson|Graham|Harding|Hayes|Hughes|Jackson|Jenkins|Kennedy|Lambert|Lawson|MacDonald|Marsh|Mitchell|Morgan|Murphy|Newton|O'Brien|O'Neill|Palmer|Parker|Reynolds|Riley|Shaw|Sinclair|Stevens|Taylor|Turner|Underwood|Walsh|Watson|Webb|Whitfield|Wilkins|Young",
        Functions = "Operations|Fleet|Procurement|IT|Finance|Marketing|Sales|Human Resources|Logistics|Engineering",
        Board = "Board Member|Non-Executive Director|Chair of the Board|Managing Director|Chief Executive Officer|CEO|President",
        Chiefs = "Chief Operating Officer|COO|Chief Operations Officer;Chief Fleet Officer|COO;Chief Procurement Officer|CPO;Chief Information Officer|CIO|C.I.O.|Chief Technology Officer|CTO;Chief Financial Officer|CFO;Chief Marketing Officer|CMO;Chief Revenue Officer|CRO|Chief Sales Officer;Chief People Officer|CHRO;Chief Supply Chain Officer|CSCO;Chief Technology Officer|CTO",
        Vice = "VP {F}|Vice President, {F}|Vice President of {F}|SVP {F}|Senior Vice President {F}|V.P. {F}|EVP, {F}",
        Director = "Director of {F}|{F} Director|Head of {F}|Senior Director, {F}|Dir. {F}|Group Head of {F}",
        Manager = "{F} Manager|Manager, {F}|Senior {F} Manager|Sr. Manager {F}|{F} Mgr|Team Lead {F}|Regional {F} Manager",
        Change = "Digital Transformation Lead|Head of Innovation|Continuous Improvement Manager|Change Manager|Project Manager, {F}|Programme Lead {F}",
        Specialist = "{F} Specialist|{F} Analyst|{F} Coordinator|Senior {F} Analyst|{F} Planner|{F} Consultant|{F} Officer|{F} Technician|{F} Developer",
        Assistant = "{F} Assistant|Assistant, {F}|Office Administrator|Executive Assistant|{F} Trainee|{F} Intern|Driver|Receptionist",
        FirstStems = "Ash|Black|Bright|Clear|East|Fair|Green|Hart|Iron|Kings|Long|Mill|North|Oak|Red|Silver|Stone|West|Wind|Winter",
        SecondStems = "bridge|brook|field|ford|gate|haven|land|mere|moor|ridge|shore|stead|ton|water|wick|wood",
        Trades = "Logistics|Haulage|Shipping|Motors|Works|Stores|Power|Construction|Health|Capital|Software|Telecom|Foods|Chemicals",
        Divisions = "Services|Leasing|Holdings|Distribution",
        Streets = "{n} High Street|{n} Station Road|{n} Mill Lane|{n} Harbour Way|{n} Market Street|{n} Park Avenue",
        Salutations = "Mr.~Ms.",
    });
}
