using System.Collections.Frozen;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>Words that common passwords are made of. With twelve characters demanded, it is their combinations that are guessed first.</summary>
public static class CommonPasswords
{
    private const int MostWords = 3;

    private const string List = """
        password passwort passord losenord lösenord motdepasse contrasena contraseña senha parola mima secret secreto geheim hemligt letmein letme
        welcome willkommen valkommen välkommen bienvenue bienvenido hello hallo bonjour hola admin administrator root master superuser user guest
        login signin access system server default changeme change test testing tester temp temporary demo sample example portal company office
        business marketing sales account accounts manager support service helpdesk buying group groups buyinggroup buyinggroups customer crm
        qwerty qwertz azerty asdf asdfgh zxcv zxcvbn qazwsx iloveyou iloveu loveyou love lover loveme forever sunshine princess prince dragon monkey football
        soccer baseball basketball hockey tennis golf rugby cricket superman batman spiderman ironman starwars pokemon pikachu naruto matrix
        shadow michael jordan jessica jennifer ashley daniel andrew joshua matthew robert thomas charlie jasmine michelle nicole anthony
        hunter ranger buster tigger ginger pepper cookie banana orange cherry apple strawberry chocolate coffee cheese summer winter spring autumn
        sommar vinter hösten våren monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
        october november december internet computer laptop windows linux google facebook youtube twitter instagram linkedin microsoft samsung
        android iphone whatever nothing something trustno trustme killer hacker freedom liberty america american england london paris berlin
        stockholm sweden sverige france espana españa madrid barcelona taipei taiwan china canada australia texas california newyork dallas
        liverpool arsenal chelsea manchester united realmadrid juventus harley mustang ferrari porsche mercedes corvette yamaha honda toyota
        mother father brother sister family friend friends baby angel angels heaven jesus christ church blessed lucky happy smile flower flowers
        butterfly rainbow diamond silver golden gold purple yellow green black white blue red pink maggie bailey sophie daisy lucy molly
        buddy rocky max jake sammy oscar toby charlie1 simba tiger lion eagle falcon wolf bear panther dolphin snoopy mickey donald disney
        trustno1 starwars1 abc abcd abcde xyz pass word pwd passw passwd passcode pincode code key keys open sesame opensesame magic wizard
        merlin gandalf phoenix thunder lightning storm cowboy cowboys eagles yankees lakers steelers packers broncos giants patriots
        money dollar million million1 rich boss king queen kings queens hero legend champion winner number one two three four five six seven eight nine ten zero
        my the is and for you me your our new old big best great super mega ultra pro cool sexy hot girl girls boy boys man men
        home house work school college university student teacher music guitar metallica nirvana eminem slipknot blink
        """;

    private static readonly FrozenSet<string> Words = List.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    private static readonly int Longest = Words.Max(w => w.Length);

    /// <summary>True when the letters of <paramref name="password"/> (lower case) are nothing but a few of these words, digits and symbols aside.</summary>
    public static bool MakeUp(string password) => IsWords(Letters(password, unmask: false)) || IsWords(Letters(password, unmask: true));

    /// <summary>The letters alone; unmasked, "p@ssw0rd" reads as the word it stands for.</summary>
    private static string Letters(string text, bool unmask) => string.Concat(
        (unmask ? text.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '!') : text).Select(c => unmask ? Unmask(c) : c).Where(char.IsLetter));

    private static char Unmask(char c) => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        _ => c,
    };

    private static bool IsWords(string letters)
    {
        if (letters.Length == 0)
            return true;
        // Fewest words that make up the first i letters.
        var fewest = new int[letters.Length + 1];
        for (var i = 1; i <= letters.Length; i++)
        {
            fewest[i] = MostWords + 1;
            for (var start = Math.Max(0, i - Longest); start < i; start++)
            {
                if (fewest[start] < MostWords && Words.Contains(letters[start..i]))
                    fewest[i] = Math.Min(fewest[i], fewest[start] + 1);
            }
        }
        return fewest[^1] <= MostWords;
    }
}
