using System.Globalization;
using System.Text;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>What makes a password good enough: length, and not being easy to guess. No demands for capitals, digits or symbols.</summary>
public static class PasswordRules
{
    public const int ShortestPassword = 12;
    public const int LongestPassword = 200;

    private const int FewestUnguessable = 6;
    private const int FewestDifferent = 5;
    private static readonly string[] Runs = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qazwsxedcrfvtgbyhnujmikolp", "azertyuiop", "qwertzuiop"];

    /// <summary>The reason why not, or null.</summary>
    /// <param name="password">The password wished for.</param>
    /// <param name="about">What others know about the user: email, name.</param>
    public static Refusal? Check(string? password, params ReadOnlySpan<string?> about)
    {
        if (password is null || new StringInfo(password).LengthInTextElements < ShortestPassword)
            return new PasswordTooShort(ShortestPassword);
        if (password.Length > LongestPassword)
            return new TooLong("Password", LongestPassword);
        var plain = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        if (plain.Distinct().Count() < FewestDifferent || IsRepeated(plain))
            return new PasswordRepeats();
        if (WithoutRuns(plain).Length < FewestUnguessable)
            return new PasswordIsSequence();
        if (CommonPasswords.MakeUp(plain))
            return new PasswordIsCommon();
        var rest = plain;
        foreach (var word in WordsOf(about))
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        return rest.Length != plain.Length && rest.Count(char.IsLetterOrDigit) < FewestUnguessable ? new PasswordIsName() : null;
    }

    /// <summary>"abcabcabcabc": one short piece over and over.</summary>
    private static bool IsRepeated(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (Enumerable.Range(0, text.Length).All(i => text[i] == text[i % length]))
                return length < 8;
        }
        return false;
    }

    /// <summary>What is left without stretches of four and more along the alphabet, the digits or a keyboard's row, either way round.</summary>
    private static string WithoutRuns(string text)
    {
        var kept = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var length = Runs.Max(run => Math.Max(Along(run, text, i), Along(new string([.. run.Reverse()]), text, i)));
            if (length >= 4)
            {
                i += length;
                continue;
            }
            kept.Append(text[i++]);
        }
        return kept.ToString();
    }

    private static int Along(string run, string text, int start)
    {
        var at = run.IndexOf(text[start], StringComparison.Ordinal);
        var length = 0;
        while (at >= 0 && at + length < run.Length && start + length < text.Length && run[at + length] == text[start + length])
            length++;
        return length;
    }

    private static List<string> WordsOf(ReadOnlySpan<string?> about)
    {
        var words = new List<string>();
        foreach (var text in about)
            words.AddRange((text ?? "").ToLowerInvariant().Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= 3));
        return [.. words.OrderByDescending(w => w.Length)];
    }
}

/// <summary>The password is too short.</summary>
/// <param name="Characters">The fewest allowed.</param>
public sealed record PasswordTooShort(int Characters)
    : Refusal("The password is shorter than {0} characters. It was not changed; a few words in a row are easy to remember and hard to guess.", Characters);

/// <summary>The password repeats itself.</summary>
public sealed record PasswordRepeats() : Refusal("The password repeats the same few characters. It was not changed; choose one that is harder to guess.");

/// <summary>The password runs along the keyboard or the alphabet.</summary>
public sealed record PasswordIsSequence() : Refusal("The password runs along the keyboard or the alphabet. It was not changed; choose one that is harder to guess.");

/// <summary>The password is on the list of common ones.</summary>
public sealed record PasswordIsCommon() : Refusal("The password is made of words that many people use, so it is tried first. It was not changed; choose one that is harder to guess.");

/// <summary>The password is the user's name or email.</summary>
public sealed record PasswordIsName() : Refusal("The password is little more than the name or email of its user. It was not changed; choose one that is harder to guess.");
