using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>A journey's document as JSON, laid out for people: to keep, to edit by hand, to take to another portal.</summary>
/// <param name="Id">The journey.</param>
/// <param name="Number">A published version; null for the draft.</param>
/// <param name="IsPortable">True to name everything by name, as another portal knows it.</param>
[Requires(Permissions.JourneysView)]
public sealed record ReadJourneyDocument(int Id, int? Number = null, bool IsPortable = false) : IQuery<JourneyText>;

/// <summary>A document and a name for its file.</summary>
/// <param name="FileName">Such as "Nurture.journey.json".</param>
/// <param name="Json">The document.</param>
public sealed record JourneyText(string FileName, string Json);

/// <summary>Reads it.</summary>
public sealed class ReadJourneyDocumentHandler : IQueryHandler<ReadJourneyDocument, JourneyText>
{
    public async Task<Outcome<JourneyText>> HandleAsync(ReadJourneyDocument query, QueryContext context, CancellationToken cancellationToken)
    {
        var journey = await context.Database.Journeys.Select(j => new { j.Id, j.Name, j.Draft }).FirstOrDefaultAsync(j => j.Id == query.Id, cancellationToken);
        if (journey is null)
            return new NotFound("journey", query.Id);
        var text = journey.Draft;
        if (query.Number is { } number)
        {
            var published = await context.Database.JourneyVersions.Where(v => v.JourneyId == query.Id && v.Number == number).Select(v => v.Document).FirstOrDefaultAsync(cancellationToken);
            if (published is null)
                return new NotFound("version", number);
            text = published;
        }
        var document = JourneyDrafts.Stored(text);
        if (query.IsPortable)
            document = JourneyPortable.ByName(document, await JourneyCatalogs.ReadAsync(context.Database, context.Now, query.Id, cancellationToken));
        var name = FileStem(journey.Name);
        var file = query.Number is { } of ? $"{name} v{of}.journey.json" : $"{name}.journey.json";
        return new JourneyText(file, JourneyJson.Write(document, indented: true));
    }

    /// <summary>A name for a file, without what file systems refuse.</summary>
    internal static string FileStem(string name) =>
        string.Concat(name.Select(character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_' ? character : '-'));
}
