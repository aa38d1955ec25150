using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>The six digits of an authenticator app (RFC 6238: SHA-1, 30 seconds).</summary>
public static class TimeCode
{
    private const int SecretBytes = 20;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret, in the letters that apps take.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Base32, SecretBytes * 8 / 5);

    /// <summary>The number of the half minute.</summary>
    public static long StepOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / 30;

    /// <summary>The code of a half minute.</summary>
    public static string Of(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // The apps know no other hash; a code lives for a minute and guessing is limited.
        HMACSHA1.HashData(BytesOf(secret), counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7FFFFFFF) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The half minute that <paramref name="code"/> belongs to, this one or a neighbour; null when it is wrong. Clocks of phones differ a little.</summary>
    public static long? StepOf(string secret, string? code, DateTimeOffset now)
    {
        var digits = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        if (digits.Length != 6)
            return null;
        var current = StepOf(now);
        long? found = null;
        for (var step = current - 1; step <= current + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Of(secret, step)), System.Text.Encoding.ASCII.GetBytes(digits)))
                found = step;
        }
        return found;
    }

    /// <summary>What the picture for the app says.</summary>
    public static string Address(string secret, string account, string issuer) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}&digits=6";

    private static byte[] BytesOf(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        int buffer = 0, bits = 0, at = 0;
        foreach (var letter in secret)
        {
            buffer = ((buffer << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xFFF;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes[at++] = (byte)(buffer >> bits);
        }
        return bytes;
    }
}
