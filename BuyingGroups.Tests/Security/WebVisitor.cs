using System.Net;
using System.Text.RegularExpressions;
using BuyingGroups.Tests.Portals;
using Microsoft.AspNetCore.Mvc.Testing;

namespace BuyingGroups.Tests.Security;

/// <summary>Somebody with a browser without scripts: own cookies, follows nothing by itself, and posts forms with the token of their page.</summary>
public sealed partial class WebVisitor(TestPortal portal) : IDisposable
{
    private readonly HttpClient _client = portal.Web.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Posts without looking at the page first, so without its token.</summary>
    public Task<HttpResponseMessage> PostBlindlyAsync(string path, string form, params (string Name, string Value)[] fields) =>
        _client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent([new("_handler", form), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));

    /// <summary>Opens the page and posts its form.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        using var page = await GetAsync(path);
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups["token"].Value;
        return await PostBlindlyAsync(path, form, [("__RequestVerificationToken", WebUtility.HtmlDecode(token)), .. fields]);
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string? returnUrl = null) =>
        PostAsync("/sign-in" + (returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl)), "sign-in", ("Form.Email", email), ("Form.Password", password));

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}

/// <summary>What the tests about security say about answers.</summary>
internal static class Answers
{
    /// <summary>The path and query a redirect leads to; null when it is none.</summary>
    public static string? LeadsTo(this HttpResponseMessage answer) =>
        answer.Headers.Location is not { } to ? null : to.IsAbsoluteUri && to.Host == "localhost" ? to.PathAndQuery : to.ToString();
}
