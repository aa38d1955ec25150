using System.Text;
using System.Text.Json;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Api.Bodies;

/// <summary>Reads the body of a call: JSON of bounded size, strictly, with a named reason for everything that is not.</summary>
public static class JsonBody
{
    /// <summary>Bytes a body may have: a thousand rows of everything a row can hold fit.</summary>
    public const int LargestBytes = 8 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Levels of lists and objects that rows need.</summary>
    private const int UsualDepth = 16;

    private static async Task<Outcome<JsonDocument>> ReadAsync(HttpRequest request, int depth, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            return new JsonExpected();
        if (request.ContentLength > LargestBytes)
            return new BodyTooLarge(LargestBytes);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > LargestBytes)
                return new BodyTooLarge(LargestBytes);
            bytes.Write(buffer, 0, read);
        }
        return Parse(bytes.ToArray(), depth);
    }

    /// <summary>Reads the body and makes of it what <paramref name="read"/> does.</summary>
    /// <param name="request">The call.</param>
    /// <param name="read">Makes something of the body.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="depth">Levels of lists and objects that the body may have.</param>
    public static async Task<Outcome<T>> ReadAsync<T>(HttpRequest request, Func<JsonElement, Outcome<T>> read, CancellationToken cancellationToken, int depth = UsualDepth)
    {
        var body = await ReadAsync(request, depth, cancellationToken);
        if (!body.Succeeded)
            return Outcome<T>.Refused(body.Refusals);
        using (body.Value)
        {
            try
            {
                return read(body.Value.RootElement);
            }
            catch (InvalidOperationException)
            {
                // So does the reader say that an escape is half of a character.
                return new NotUnicode();
            }
        }
    }

    private static Outcome<JsonDocument> Parse(byte[] bytes, int depth)
    {
        try
        {
            // Strictly: a broken character must not become another one in somebody's name.
            _ = StrictUtf8.GetCharCount(bytes);
            return JsonDocument.Parse(bytes.AsMemory(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0), new JsonDocumentOptions { MaxDepth = depth, AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            return new MalformedJson((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1);
        }
        catch (Exception exception) when (exception is DecoderFallbackException or InvalidOperationException)
        {
            return new NotUnicode();
        }
    }
}
