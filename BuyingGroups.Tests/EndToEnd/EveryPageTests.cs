using System.Reflection;
using System.Text.RegularExpressions;
using BuyingGroups.Portal.Security;
using BuyingGroups.Tests.Architecture;
using BuyingGroups.Tests.EndToEnd.Story;
using BuyingGroups.Tests.Machine;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>Every page there is, those that come later too, with data on it: opens without a fault and passes axe in light and dark.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class EveryPageTests(Browser browser)
{
    private const string Email = "sofia.wallin@portal.example";

    /// <summary>Pages that this visitor does not meet: they are for somebody who has not signed in, and are looked at elsewhere.</summary>
    private static readonly string[] Elsewhere = ["/first-run", "/sign-in/code", "/dev/components"];

    [BrowserFact]
    public async Task Every_page_opens_without_a_fault_and_passes_axe_in_light_and_dark()
    {
        using var folder = new TemporaryFolder("pages");
        await File.WriteAllTextAsync(folder["accounts.csv"], "Id,Name,Industry,City,Parent\nA-1,Hexa Freight,Logistics,Malmö,\nA-2,Ostmark Mobil,Automotive,Wien,A-1\nA-3,Aria Foods,Food,Lyon,\n");
        PeopleFile.Write(folder["people.csv"], ["A-1", "A-2", "A-3"]);
        await using var portal = await RunningPortal.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["FirstAdmin__Email"] = Email, ["FirstAdmin__Name"] = "Sofia Wallin", ["FirstAdmin__Password"] = SignInSteps.Password },
            [
                ["import", "accounts", folder["accounts.csv"], "--map", "Id=Source key", "--map", "Parent=Parent account"],
                ["import", "people", folder["people.csv"], "--map", "Contact Id=Source key", "--map", "Company Ticker=Account, by its source key"],
                ["stages", "publish", Path.Combine(ThisMachine.Repository, "docs", "stage-models", "sales.json")],
            ]);
        await using var admin = await Visitor.ArriveAsync(browser, portal);
        await admin.SignInAsync(Email, SignInSteps.Password);
        await admin.MakeRoleTemplateAsync("Fleet decision", [("Decision Maker", "Chief"), ("Influencer", "VP")]);
        await admin.MakeAudienceAsync("All accounts");
        await admin.MakeSolutionInterestAsync("Fleet analytics", "Fleet decision");
        await admin.CreateGroupsAsync("Fleet analytics", "All accounts");

        await admin.MakeAccountListAsync("Key accounts");

        List<string> findings = [];
        foreach (var address in Addresses())
        {
            findings.AddRange(await LookAsync(admin, address));
        }

        Findings.None(findings.Concat(admin.Faults.Where(fault => !fault.Contains("/not-found", StringComparison.Ordinal) && !fault.Contains("/error", StringComparison.Ordinal))));
    }

    private static async Task<IReadOnlyList<string>> LookAsync(Visitor visitor, string address)
    {
        try
        {
            await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
            await visitor.OpenAsync(address);
            List<string> found = [.. await Accessibility.FindingsAsync(visitor.Page)];
            if (await visitor.Page.Locator("h1").CountAsync() != 1)
            {
                found.Add($"{address}: not one heading of the first level");
            }

            if (string.IsNullOrWhiteSpace(await visitor.Page.TitleAsync()))
            {
                found.Add($"{address}: no title");
            }

            await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            found.AddRange((await Accessibility.ContrastFindingsAsync(visitor.Page)).Select(finding => "dark " + finding));
            return found;
        }
        catch (TimeoutException late)
        {
            return [$"{address}: did not open. {late.Message.Split('\n')[0]}"];
        }
    }

    private static IEnumerable<string> Addresses() => typeof(Permissions).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false))
        .Select(route => route.Template)
        .Where(template => !Elsewhere.Contains(template, StringComparer.Ordinal))
        .Select(template => Id().Replace(template, "1").Replace("{Tab}", "history", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)
        .OrderBy(address => address.StartsWith("/sign", StringComparison.Ordinal))
        .ThenBy(address => address, StringComparer.Ordinal);

    [GeneratedRegex(@"\{\w*Id:\w+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();
}
