using System.Text.Unicode;

namespace BuyingGroups.Portal.Features.Imports.Reading;

/// <summary>
/// Tells a file's encoding from its bytes: byte order marks first, then zeros in every other place (UTF-16), then whether all of it is
/// valid UTF-8. What is neither is Windows-1252, which is what old exports mean. The whole file is looked at, because the first accent
/// may stand on the last line.
/// </summary>
public static class EncodingDetection
{
    private const int BlockSize = 1 << 20;

    public static async Task<string> DetectAsync(Stream stream, CancellationToken cancellationToken)
    {
        var block = new byte[BlockSize];
        var kept = 0;
        long multiByte = 0, invalid = 0;
        for (var first = true; ; first = false)
        {
            var read = await stream.ReadAtLeastAsync(block.AsMemory(kept), BlockSize - kept, throwOnEndOfStream: false, cancellationToken);
            var bytes = block.AsMemory(0, kept + read);
            if (first && ByMark(bytes.Span) is { } marked)
                return marked;
            var atEnd = read < BlockSize - kept;
            var whole = atEnd ? bytes.Length : CompleteLength(bytes.Span);
            if (!Utf8.IsValid(bytes.Span[..whole]))
                Tally(bytes.Span[..whole], ref multiByte, ref invalid);
            else if (invalid > 0)
                Tally(bytes.Span[..whole], ref multiByte, ref invalid);
            if (atEnd)
                break;
            bytes[whole..].CopyTo(block);
            kept = bytes.Length - whole;
        }
        // A few broken bytes in a file that is otherwise plainly UTF-8 spoil their own rows only.
        return invalid == 0 || multiByte > 4 * invalid ? FileEncodings.Utf8 : FileEncodings.Windows1252;
    }

    private static string? ByMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return FileEncodings.Utf8WithMark;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return FileEncodings.Utf16LittleEndian;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return FileEncodings.Utf16BigEndian;
        var sample = bytes[..Math.Min(bytes.Length, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] != 0)
                continue;
            if ((i & 1) == 0)
                even++;
            else
                odd++;
        }
        var many = Math.Max(2, sample.Length / 6);
        if (odd >= many && even * 10 < odd)
            return FileEncodings.Utf16LittleEndian;
        return even >= many && odd * 10 < even ? FileEncodings.Utf16BigEndian : null;
    }

    /// <summary>Length without a character that the end of the block cuts in two.</summary>
    private static int CompleteLength(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var value = bytes[^back];
            if ((value & 0xC0) == 0x80)
                continue;
            var needed = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : value >= 0xC0 ? 2 : 1;
            return needed > back ? bytes.Length - back : bytes.Length;
        }
        return bytes.Length;
    }

    private static void Tally(ReadOnlySpan<byte> bytes, ref long multiByte, ref long invalid)
    {
        while (!bytes.IsEmpty)
        {
            var status = System.Text.Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status != System.Buffers.OperationStatus.Done)
                invalid++;
            else if (consumed > 1)
                multiByte++;
            bytes = bytes[consumed..];
        }
    }
}
