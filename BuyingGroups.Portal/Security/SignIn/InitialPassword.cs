using System.Security.Cryptography;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>A password that nobody chose: shown once, to be replaced at the first sign-in.</summary>
public static class InitialPassword
{
    // Without letters and digits that look alike on paper.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Four groups of five, about 99 bits.</summary>
    public static string Create() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));
}
