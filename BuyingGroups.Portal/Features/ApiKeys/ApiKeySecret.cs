using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BuyingGroups.Data.Identity;

namespace BuyingGroups.Portal.Features.ApiKeys;

/// <summary>
/// The form of a key: <c>bgp_</c>, 12 characters that find it, <c>_</c>, 43 characters that prove it. The proof is 256 random bits, so a
/// plain SHA-256 keeps it: there is nothing to guess, and a slow hash would only slow every call.
/// </summary>
public static class ApiKeySecret
{
    /// <summary>What every key starts with, so that scanners of repositories recognise one that leaked.</summary>
    public const string Mark = "bgp_";

    private const int SecretBytes = 32;
    private const int SecretLength = 43;
    private const int Length = 4 + ApiKey.PrefixLength + 1 + SecretLength;

    /// <summary>A new key: the part that is public, the hash of the part that is not, and the whole, which nobody keeps.</summary>
    public static (string Prefix, string Hash, string Key) Make()
    {
        var prefix = RandomNumberGenerator.GetHexString(ApiKey.PrefixLength, lowercase: true);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return (prefix, HashOf(secret), Mark + prefix + "_" + secret);
    }

    /// <summary>Takes a key apart; false when it has not the form of one.</summary>
    public static bool TryRead(string key, out string prefix, out string secret)
    {
        (prefix, secret) = ("", "");
        if (key.Length != Length || !key.StartsWith(Mark, StringComparison.Ordinal) || key[Mark.Length + ApiKey.PrefixLength] != '_')
            return false;
        (prefix, secret) = (key.Substring(Mark.Length, ApiKey.PrefixLength), key[^SecretLength..]);
        return prefix.All(char.IsAsciiHexDigitLower) && secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
    }

    /// <summary>True when <paramref name="secret"/> is the one that <paramref name="hash"/> was made of; takes as long whatever the answer.</summary>
    public static bool Matches(string secret, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(hash));

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
