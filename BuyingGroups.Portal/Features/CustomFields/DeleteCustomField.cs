using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.CustomFields;

/// <summary>Deletes a custom field that no condition names.</summary>
/// <param name="Id">Which.</param>
/// <param name="WithValues">False refuses while records have a value in it, and says how many; true deletes those values too.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record DeleteCustomField(int Id, bool WithValues = false) : ICommand<Done>;

/// <summary>Conditions name the field.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Users">What uses it.</param>
public sealed record CustomFieldInUse(string Field, string Users)
    : Refusal("{0} cannot be deleted because conditions use it: {1}. Nothing was changed; take it out of those first.", Field, Users);

/// <summary>Records have a value in the field.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Records">How many.</param>
public sealed record CustomFieldHasValues(string Field, int Records)
    : Refusal(
        Records == 1 ? "{0} has a value in one record. Nothing was changed; confirm that this value is to be deleted too, it cannot be brought back."
        : "{0} has a value in {1} records. Nothing was changed; confirm that those values are to be deleted too, they cannot be brought back.", Field, Records);

public sealed class DeleteCustomFieldHandler : ICommandHandler<DeleteCustomField, Done>
{
    private const int UsersNamed = 10;

    public async Task<Outcome<Done>> HandleAsync(DeleteCustomField command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (await database.CustomFields.FirstOrDefaultAsync(f => f.Id == command.Id, cancellationToken) is not { } field)
            return new NotFound("custom field", command.Id);
        if (await UsersAsync(field, context, cancellationToken) is { Count: > 0 } users)
            return new CustomFieldInUse(field.Name, string.Join(", ", users.Take(UsersNamed)));
        var accounts = database.AccountFieldValues.Where(v => v.FieldId == field.Id);
        var people = database.PersonFieldValues.Where(v => v.FieldId == field.Id);
        var records = await accounts.CountAsync(cancellationToken) + await people.CountAsync(cancellationToken);
        if (records > 0 && !command.WithValues)
            return new CustomFieldHasValues(field.Name, records);
        await accounts.ExecuteDeleteAsync(cancellationToken);
        await people.ExecuteDeleteAsync(cancellationToken);
        database.CustomFields.Remove(field);
        context.Audit(nameof(CustomField), field.Id, field.Name, before: new { field.Name, field.Target, field.Kind, records });
        return Done.Instance;
    }

    private static async Task<List<string>> UsersAsync(CustomField field, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var key = ConditionCatalog.CustomFieldKey(field.Id);
        var conditions = new List<(string Name, Condition? Condition)>();
        foreach (var audience in await database.Audiences.AsNoTracking().Select(a => new { a.Name, a.Condition }).ToListAsync(cancellationToken))
            conditions.Add(($"audience {audience.Name}", audience.Condition));
        foreach (var list in await database.AccountLists.AsNoTracking().Where(l => l.Condition != null).Select(l => new { l.Name, l.Condition }).ToListAsync(cancellationToken))
            conditions.Add(($"account list {list.Name}", list.Condition));
        foreach (var persona in await database.Personas.AsNoTracking().ToListAsync(cancellationToken))
            conditions.Add(($"persona {persona.Name}", persona.Condition));
        foreach (var template in await database.RoleTemplates.AsNoTracking().Include(t => t.Cards).ToListAsync(cancellationToken))
            conditions.AddRange(template.Cards.Select(card => ($"role template {template.Name}", card.Condition)));
        var journeys = await JourneyUses.OfFieldAsync(database, key, cancellationToken);
        return [.. conditions.Where(c => c.Condition is not null && Names(c.Condition, key)).Select(c => c.Name).Distinct(StringComparer.Ordinal), .. journeys];
    }

    private static bool Names(Condition condition, string key) =>
        condition is FieldFilter filter ? string.Equals(filter.Attribute, key, StringComparison.Ordinal) : condition.Children.Any(child => Names(child, key));
}
