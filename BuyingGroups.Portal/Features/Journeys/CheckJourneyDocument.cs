using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>What stands in the way of publishing a document, each with node and reason; malformed text included.</summary>
/// <param name="Document">The document as JSON.</param>
/// <param name="JourneyId">The journey it belongs to; null for a new one.</param>
[Requires(Permissions.JourneysView)]
public sealed record CheckJourneyDocument(string Document, int? JourneyId = null) : IQuery<JourneyCheck>;

/// <summary>The findings.</summary>
/// <param name="IsReadable">False when the text is no journey document at all.</param>
/// <param name="Nodes">How many nodes it has.</param>
/// <param name="Problems">What is wrong, errors first.</param>
public sealed record JourneyCheck(bool IsReadable, int Nodes, IReadOnlyList<JourneyProblem> Problems)
{
    /// <summary>True when it can be published.</summary>
    public bool CanBePublished => IsReadable && Problems.All(problem => problem.Severity != ProblemSeverity.Error);
}

/// <summary>Checks it.</summary>
public sealed class CheckJourneyDocumentHandler : IQueryHandler<CheckJourneyDocument, JourneyCheck>
{
    public async Task<Outcome<JourneyCheck>> HandleAsync(CheckJourneyDocument query, QueryContext context, CancellationToken cancellationToken)
    {
        var reading = JourneyJson.Read(query.Document);
        if (reading.Document is not { } document)
            return new JourneyCheck(false, 0, reading.Problems);
        var catalog = await JourneyCatalogs.ReadAsync(context.Database, context.Now, query.JourneyId, cancellationToken);
        document = JourneyPortable.Resolve(document, catalog);
        return new JourneyCheck(true, document.Nodes.Count, [.. JourneyValidation.Of(document, catalog).OrderByDescending(problem => problem.Severity)]);
    }
}
