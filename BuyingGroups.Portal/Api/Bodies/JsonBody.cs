using System.Text.Json;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Api.Bodies;

/// <summary>Reads the body of a call: JSON of bounded size, strictly, with a named reason for everything that is not.</summary>
public static class JsonBody
{
    /// <summary>Bytes a body may have: a thousand rows of everything a row can hold fit.</summary>
    public const int LargestBytes = 8 * 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>The body; the caller disposes it.</summary>
    public static async Task<Outcome<JsonDocument>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
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
        try
        {
            return JsonDocument.Parse(bytes.ToArray(), Strict);
        }
        catch (JsonException exception)
        {
            return new MalformedJson((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1);
        }
    }
}
