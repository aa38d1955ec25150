using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.People;

/// <summary>A portion of the people that a list shows, with every field.</summary>
/// <param name="State">The list's filters.</param>
/// <param name="AfterId">The last id of the portion before; 0 to begin.</param>
[Requires(Permissions.DataExport)]
public sealed record ExportPeople(ListState State, long AfterId) : IQuery<ExportPortion>;

/// <summary>Offers the list of people for download.</summary>
public sealed class PersonExport : IListExport
{
    public string List => "people";

    public IQuery<ExportPortion> Portion(ListState state, long afterId) => new ExportPeople(state, afterId);
}

public sealed class ExportPeopleHandler : IQueryHandler<ExportPeople, ExportPortion>
{
    public async Task<Outcome<ExportPortion>> HandleAsync(ExportPeople query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var fields = await database.CustomFields.Where(f => f.Target == CustomFieldTarget.Person).OrderBy(f => f.NormalizedName).ToListAsync(cancellationToken);
        var matching = await PersonAddress.Read(query.State, fields).ApplyAsync(database, context.Now, cancellationToken);
        if (!matching.Succeeded)
            return Outcome<ExportPortion>.Refused(matching.Refusals);
        var people = await matching.Value.Where(p => p.Id > query.AfterId).OrderBy(p => p.Id).Take(ExportPortion.Size)
            .Include(p => p.Account).Include(p => p.FieldValues).Include(p => p.RolesInAccount).AsSplitQuery().ToListAsync(cancellationToken);
        return ExportPortion.Of(
            ["Source key", "Source account key", "Account", .. PersonRules.Fields.Select(f => f.Label), "Role in account", "Engagement score", .. fields.Select(f => f.Name)],
            people, person => person.Id, person =>
            [
                person.SourceKey, person.Account!.SourceKey, person.Account.Name, .. PersonRules.Fields.Select(f => CsvRecords.CellOf(f, person)),
                string.Join("; ", person.RolesInAccount.OrderBy(r => r.NormalizedName, StringComparer.Ordinal).Select(r => r.Name)),
                CsvCell.Plain(person.EngagementScore.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)),
                .. fields.Select(f => CsvRecords.CellOf(f, person.FieldValues)),
            ]);
    }
}
