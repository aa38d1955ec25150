using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys;

/// <summary>What came of reading a text as a journey document: the document, or what is wrong with the text, with node and reason.</summary>
/// <param name="Document">The document; null when there are problems.</param>
/// <param name="Problems">What is wrong; empty when it could be read.</param>
public sealed record JourneyReading(JourneyDocument? Document, IReadOnlyList<JourneyProblem> Problems)
{
    /// <summary>The document, or the problems as refusals.</summary>
    public Outcome<JourneyDocument> ToOutcome() =>
        Document is not null ? Document : Outcome<JourneyDocument>.Refused([.. Problems.Select(problem => problem.AsRefusal())]);
}
