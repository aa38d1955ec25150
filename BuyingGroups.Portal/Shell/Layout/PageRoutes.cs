using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Layout;

/// <summary>Which addresses have a page. Navigation shows only what is there, so that a feature appears with its first page.</summary>
public sealed class PageRoutes
{
    readonly HashSet<string> addresses;

    public PageRoutes() : this(typeof(PageRoutes).Assembly.GetTypes())
    {
    }

    public PageRoutes(IEnumerable<Type> pages) => addresses = pages
        .SelectMany(static type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>())
        .Select(static route => route.Template.Trim('/'))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when a page answers at <paramref name="href"/> (query ignored).</summary>
    public bool Has(string href)
    {
        ArgumentNullException.ThrowIfNull(href);
        return addresses.Contains(href.Split('?', '#')[0].Trim('/'));
    }
}
