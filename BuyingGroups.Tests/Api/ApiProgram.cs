using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BuyingGroups.Portal.Features.ApiKeys;
using BuyingGroups.Tests.Portals;
using Microsoft.AspNetCore.Mvc.Testing;

namespace BuyingGroups.Tests.Api;

/// <summary>A program that uses the REST API of a test portal with a key of its own.</summary>
internal sealed class ApiProgram : IDisposable
{
    private readonly HttpClient _client;

    public ApiProgram(TestPortal portal, string? key)
    {
        _client = portal.Web.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        if (key is not null)
            _client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + key);
    }

    /// <summary>A program whose key has these permissions.</summary>
    public static async Task<ApiProgram> WithAsync(TestPortal portal, params string[] permissions) => new(portal, await KeyAsync(portal, "CRM sync", permissions));

    public static async Task<string> KeyAsync(TestPortal portal, string name, params string[] permissions) =>
        (await portal.SendAsync(new CreateApiKey(name, permissions))).Demand().Key;

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)));

    public Task<ApiAnswer> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, Encoding.UTF8.GetBytes(json));

    public Task<ApiAnswer> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(json));

    public Task<ApiAnswer> SendAsync(HttpMethod method, string path, byte[]? body, string type = "application/json")
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }
        return SendAsync(request);
    }

    public void Dispose() => _client.Dispose();

    private async Task<ApiAnswer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            var json = response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json" ? JsonDocument.Parse(text).RootElement : default;
            return new ApiAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, text, json, response.Headers.RetryAfter is not null, response.Headers.WwwAuthenticate.ToString());
        }
    }
}

/// <summary>What the API answered.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string? Type, string Text, JsonElement Json, bool SaysWhenAgain, string Challenge)
{
    /// <summary>The code of the problem; null when it is none.</summary>
    public string? Code => Type == "application/problem+json" ? Json.GetProperty("code").GetString() : null;

    /// <summary>"created A-1", "rejected A-2 MissingName" for each row of an upsert.</summary>
    public IReadOnlyList<string> Rows =>
    [
        .. Json.GetProperty("rows").EnumerateArray().Select(r =>
            $"{r.GetProperty("result").GetString()} {r.GetProperty("sourceKey").GetString()} {(r.GetProperty("reason") is { ValueKind: JsonValueKind.Object } reason ? reason.GetProperty("code").GetString() : "")}".TrimEnd()),
    ];
}
