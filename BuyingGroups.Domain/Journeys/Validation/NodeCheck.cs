using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;

namespace BuyingGroups.Domain.Journeys.Validation;

/// <summary>What the rules of a node kind check settings with: one node, what it may name, and where its problems go.</summary>
internal sealed class NodeCheck(JourneyNode node, JourneyCatalog catalog, ProblemList problems)
{
    public JourneyNode Node => node;

    public JourneyCatalog Catalog => catalog;

    public void Add(Refusal refusal, JourneyPath? path = null, ProblemSeverity severity = ProblemSeverity.Error) => problems.Add(node.Id, path?.Key, refusal, severity);

    /// <summary>False with a problem when a text is missing or too long.</summary>
    public bool Text(string label, string? text, int maxLength, bool isRequired = true)
    {
        if (isRequired && string.IsNullOrWhiteSpace(text))
            Add(new TextMissing(label));
        else if (text?.Length > maxLength)
            Add(new TextTooLong(label, maxLength));
        else
            return true;
        return false;
    }

    /// <summary>What a reference names, or null with a problem.</summary>
    public T? Found<T>(T? found, JourneyReference? reference, string what)
        where T : class
    {
        if (found is not null)
            return found;
        Add(reference is null or { Id: null, Name: null or "" } ? new ReferenceMissing(what) : new ReferenceUnknown(what, reference.Name ?? $"{reference.Id}"));
        return null;
    }

    public CatalogSolutionInterest? SolutionInterest(JourneyReference reference)
    {
        if (Found(catalog.SolutionInterest(reference), reference, "solution interest") is not { } interest)
            return null;
        if (interest.TemplateStatus != PublicationStatus.Live)
            Add(new TemplateNotLive(interest.Name));
        return interest;
    }

    public void Role(JourneyReference reference, CatalogSolutionInterest? of)
    {
        if (catalog.Role(reference, of) is null && of is not null && catalog.Role(reference, null) is { } elsewhere)
            Add(new RoleNotInTemplate(elsewhere.Name, of.Name));
        else
            Found(catalog.Role(reference, of), reference, "role");
    }

    public void Stage(JourneyReference reference, CatalogSolutionInterest? of)
    {
        if (of is { StageModelId: null })
            Add(new NoStageModel(of.Name));
        else if (catalog.Stage(reference, of) is null && of is not null && catalog.Stage(reference, null) is { } elsewhere)
            Add(new StageNotInModel(elsewhere.Name, of.Name));
        else
            Found(catalog.Stage(reference, of), reference, "stage");
    }

    public void AccountList(JourneyReference reference, bool mustBeStatic)
    {
        if (Found(catalog.AccountList(reference), reference, "account list") is not { } list)
            return;
        if (list.Status != PublicationStatus.Live)
            Add(new SourceNotLive("account list", list.Name));
        if (mustBeStatic && list.Kind != AccountListKind.Static)
            Add(new ListNotStatic(list.Name));
    }

    public void Condition(Condition condition, ConditionScope scope, JourneyPath? path = null) => problems.AddCondition(node.Id, path?.Key, condition, scope, catalog);

    public void Wait(WaitRule rule)
    {
        foreach (var (refusal, severity) in WaitRules.Of(rule, catalog.Conditions.Now))
            Add(refusal, severity: severity);
    }
}

/// <summary>Collects problems, at most as many as are listed.</summary>
internal sealed class ProblemList
{
    // One condition must not fill the list.
    private const int MostOfOneCondition = 5;

    private readonly List<JourneyProblem> problems = [];

    public IReadOnlyList<JourneyProblem> All => problems;

    public bool IsFull => problems.Count >= JourneyLimits.Problems;

    public void Add(NodeId? node, string? path, Refusal refusal, ProblemSeverity severity = ProblemSeverity.Error)
    {
        if (!IsFull)
            problems.Add(new(node, path, refusal, severity));
    }

    public void AddCondition(NodeId? node, string? path, Condition condition, ConditionScope scope, JourneyCatalog catalog, string what = "The condition")
    {
        if (IsFull)
            return;
        foreach (var problem in ConditionValidation.Of(condition, scope, catalog.Conditions).Take(MostOfOneCondition))
            Add(node, path, new ConditionCannotBeUsed(what, problem.Refusal, problem.Path.ToString()));
    }
}
