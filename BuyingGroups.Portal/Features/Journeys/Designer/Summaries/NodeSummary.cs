using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Summaries;

/// <summary>One line of a node's settings in words, so that a drawing can be read without opening panes. Says what is still missing, too.</summary>
public static class NodeSummary
{
    /// <summary>Most shares of a variant split that fit on one line.</summary>
    private const int MostShares = 5;

    /// <summary>The line under a node's name, in the user's language.</summary>
    /// <param name="node">The node.</param>
    /// <param name="catalog">Names of what the settings refer to.</param>
    /// <param name="texts">The localiser.</param>
    /// <param name="document">The drawing, so that a merge can say how many paths it joins.</param>
    public static string Of(JourneyNode node, JourneyCatalog catalog, IStringLocalizer texts, JourneyDocument? document = null) => node.Settings switch
    {
        AccountAudienceSettings settings => OfStart(settings, catalog, texts),
        AccountInterestingMomentSettings settings => Quoted(settings.Text, texts["Write the text"], texts),
        PersonInterestingMomentSettings settings => Quoted(settings.Text, texts["Write the text"], texts),
        AddToJourneySettings settings => Name(settings.Journey, catalog.Journey(settings.Journey)?.Name, texts["Choose a journey"], texts),
        RemoveFromJourneySettings settings => Name(settings.Journey, catalog.Journey(settings.Journey)?.Name, texts["Choose a journey"], texts),
        AddToAccountListSettings settings => Name(settings.AccountList, catalog.AccountList(settings.AccountList)?.Name, texts["Choose an account list"], texts),
        RemoveFromAccountListSettings settings => Name(settings.AccountList, catalog.AccountList(settings.AccountList)?.Name, texts["Choose an account list"], texts),
        SendSalesAlertSettings settings => IsMissing(settings.SolutionInterest) ? texts["Choose a solution interest"] : texts["To the owner, about {0}", Interest(settings.SolutionInterest, catalog, texts)],
        UpdateAccountProfileSettings settings => OfField(settings.Field, settings.Value, ConditionScope.Account, catalog, texts),
        UpdatePersonProfileSettings settings => OfField(settings.Field, settings.Value, ConditionScope.Person, catalog, texts),
        UpdateBuyingGroupStageSettings settings => OfStage(settings, catalog, texts),
        UpdateBuyingGroupStatusSettings settings => OfStatus(settings, catalog, texts),
        WebhookSettings settings => OfAddress(settings.Url, texts),
        AssignToBuyingGroupSettings settings => OfMember(settings, catalog, texts),
        RemoveFromBuyingGroupSettings settings => IsMissing(settings.SolutionInterest) ? texts["Choose a solution interest"] : texts["From {0}", Interest(settings.SolutionInterest, catalog, texts)],
        SendEmailSettings settings => Quoted(settings.Subject, texts["Write the subject"], texts),
        SplitByAccountsSettings => OfSplit(node, texts, "{0} path, others end here", "{0} paths, others end here"),
        SplitByPeopleSettings => OfSplit(node, texts, "{0} path, others go past", "{0} paths, others go past"),
        VariantSplitSettings settings => OfShares(node, settings.Subject, texts),
        MergeSettings => OfMerge(node, document, texts),
        PeopleMergeSettings settings => document?.Node(settings.Split) is { } split ? texts["Closes “{0}”", NameOf(split, texts)] : texts["Everybody goes on"],
        WaitSettings settings => WaitSummary.Of(settings.Until, texts),
        ListenForEventSettings settings => EventSummary.Of(settings, catalog, texts),
        _ => "",
    };

    /// <summary>The name the marketer gave a node, or its kind in the user's language.</summary>
    public static string NameOf(JourneyNode node, IStringLocalizer texts) => string.IsNullOrWhiteSpace(node.Name) ? texts[NodeWords.Kind(node.Settings.Kind)] : node.Name;

    /// <summary>The name on a path, or what it is for.</summary>
    public static string NameOf(JourneyNode node, JourneyPath path, IStringLocalizer texts) => path switch
    {
        { Name: { Length: > 0 } name } => name,
        { Kind: PathKind.Branch } => texts["Path {0}", node.Paths.TakeWhile(other => other != path).Count(other => other.Kind == PathKind.Branch) + 1],
        { Kind: PathKind.Other } => node.Settings is SplitByPeopleSettings ? texts["Other people"] : texts["Other accounts"],
        { Kind: PathKind.Timeout } => texts["Not in time"],
        _ => node.Settings is ListenForEventSettings ? texts["Happened"] : texts["Next"],
    };

    internal static bool IsMissing(JourneyReference? reference) => reference is null or { Id: null, Name: null or "" };

    internal static string Interest(JourneyReference reference, JourneyCatalog catalog, IStringLocalizer texts) => Name(reference, catalog.SolutionInterest(reference)?.Name, "…", texts);

    internal static string Name(JourneyReference? reference, string? found, string missing, IStringLocalizer texts) =>
        found ?? (IsMissing(reference) ? missing : reference!.Name is { Length: > 0 } name ? name : texts["(deleted: {0})", reference.Id ?? 0]);

    /// <summary>A field of accounts or people as people call it.</summary>
    internal static string Field(string key, ConditionScope scope, JourneyCatalog catalog, IStringLocalizer texts) =>
        catalog.Conditions.Attribute(scope, key) is { } attribute ? Sentence(catalog, texts).Label(attribute) : texts["(deleted field {0})", key];

    internal static ConditionSentence Sentence(JourneyCatalog catalog, IStringLocalizer texts) =>
        new(catalog.Conditions, new SentenceLanguage((text, arguments) => texts[text, arguments], CultureInfo.CurrentCulture));

    internal static string Quoted(string? text, string missing, IStringLocalizer texts) => string.IsNullOrWhiteSpace(text) ? missing : texts["“{0}”", text.Trim()];

    private static string OfStart(AccountAudienceSettings settings, JourneyCatalog catalog, IStringLocalizer texts) => settings switch
    {
        { AccountList: { } list, Audience: null } => texts["List: {0}", Name(list, catalog.AccountList(list)?.Name, texts["choose one"], texts)],
        _ => Name(settings.Audience, catalog.Audience(settings.Audience)?.Name, texts["Choose an audience"], texts),
    };

    private static string OfField(string key, string? value, ConditionScope scope, JourneyCatalog catalog, IStringLocalizer texts)
    {
        if (string.IsNullOrWhiteSpace(key))
            return texts["Choose a field"];
        var field = Field(key, scope, catalog, texts);
        return string.IsNullOrWhiteSpace(value) ? texts["Empties {0}", field] : texts["{0} becomes {1}", field, Sentence(catalog, texts).Value(value, catalog.Conditions.Attribute(scope, key))];
    }

    private static string OfStage(UpdateBuyingGroupStageSettings settings, JourneyCatalog catalog, IStringLocalizer texts)
    {
        if (IsMissing(settings.SolutionInterest))
            return texts["Choose a solution interest"];
        if (IsMissing(settings.Stage))
            return texts["Choose a stage"];
        var stage = catalog.Stage(settings.Stage, catalog.SolutionInterest(settings.SolutionInterest)) ?? catalog.Stage(settings.Stage, null);
        return texts["To {0}, {1}", Name(settings.Stage, stage?.Name, "…", texts), Interest(settings.SolutionInterest, catalog, texts)];
    }

    private static string OfStatus(UpdateBuyingGroupStatusSettings settings, JourneyCatalog catalog, IStringLocalizer texts)
    {
        if (IsMissing(settings.SolutionInterest))
            return texts["Choose a solution interest"];
        var interest = Interest(settings.SolutionInterest, catalog, texts);
        return string.IsNullOrWhiteSpace(settings.Status) ? texts["No status, {0}", interest] : texts["“{0}”, {1}", settings.Status, interest];
    }

    private static string OfMember(AssignToBuyingGroupSettings settings, JourneyCatalog catalog, IStringLocalizer texts)
    {
        if (IsMissing(settings.SolutionInterest))
            return texts["Choose a solution interest"];
        return IsMissing(settings.Role)
            ? texts["Choose a role"]
            : texts["{0}, {1}", Name(settings.Role, catalog.Role(settings.Role, null)?.Name, "…", texts), Interest(settings.SolutionInterest, catalog, texts)];
    }

    private static string OfAddress(string url, IStringLocalizer texts) =>
        string.IsNullOrWhiteSpace(url) ? texts["Write the address"] : Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host + address.AbsolutePath.TrimEnd('/') : url;

    private static string OfSplit(JourneyNode node, IStringLocalizer texts, string oneAlone, string manyAlone)
    {
        var branches = node.Paths.Count(path => path.Kind == PathKind.Branch);
        return node.Paths.Any(path => path.Kind == PathKind.Other)
            ? texts["{0} paths, first match wins", node.Paths.Count]
            : texts.Count(branches, oneAlone, manyAlone);
    }

    private static string OfShares(JourneyNode node, SplitSubject subject, IStringLocalizer texts)
    {
        var branches = node.Paths.Where(path => path.Kind == PathKind.Branch).ToList();
        var shares = string.Join(" / ", branches.Select(path => path.Percent?.ToString(CultureInfo.CurrentCulture) ?? "…"));
        return (branches.Count > MostShares, subject) switch
        {
            (true, SplitSubject.People) => texts["{0} paths, shares of people", branches.Count],
            (true, _) => texts["{0} paths, shares of accounts", branches.Count],
            (false, SplitSubject.People) => texts["{0} % of people", shares],
            _ => texts["{0} % of accounts", shares],
        };
    }

    private static string OfMerge(JourneyNode node, JourneyDocument? document, IStringLocalizer texts)
    {
        if (document is null)
            return texts["Paths go on together"];
        var joined = document.Nodes.Values.Sum(from => from.Paths.Count(path => path.To == node.Id));
        return texts.Count(joined, "Joins {0} path", "Joins {0} paths");
    }
}
