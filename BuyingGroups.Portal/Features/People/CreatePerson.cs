using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.People;

/// <summary>Adds a person by hand.</summary>
/// <param name="AccountId">The account they belong to.</param>
/// <param name="Values">Texts by field key, as <see cref="FieldText"/> reads them; custom fields as "custom:7".</param>
/// <param name="RolesInAccount">Such as employee, contractor, owner.</param>
/// <param name="SourceKey">Their key in the source system, so that a later import finds them; null when there is none.</param>
[Requires(Permissions.AccountsManage)]
public sealed record CreatePerson(long AccountId, IReadOnlyDictionary<string, string?> Values, IReadOnlyList<string> RolesInAccount, string? SourceKey = null) : ICommand<PersonCreated>;

/// <summary>The new person.</summary>
public sealed record PersonCreated(long Id, string Name);

public sealed class CreatePersonHandler : ICommandHandler<CreatePerson, PersonCreated>
{
    public async Task<Outcome<PersonCreated>> HandleAsync(CreatePerson command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (!await database.Accounts.AnyAsync(a => a.Id == command.AccountId, cancellationToken))
            return command.AccountId == 0 ? new Required("Account") : new NotFound("account", command.AccountId);
        if (FieldText.Read("Source key", command.SourceKey, Person.TextMaxLength, out var sourceKey) is { } keyProblem)
            return keyProblem;
        sourceKey ??= $"portal:{Guid.CreateVersion7(new DateTimeOffset(context.Now, TimeSpan.Zero)):N}";
        if (await database.People.FirstOrDefaultAsync(p => p.SourceKey == sourceKey || database.MergedKeys.Any(k => k.SourceKey == sourceKey && k.PersonId == p.Id), cancellationToken) is { } holder)
            return new SourceKeyTaken(sourceKey, holder.DisplayName);
        var roles = PersonRules.Roles(command.RolesInAccount);
        if (!roles.Succeeded)
            return Outcome<PersonCreated>.Refused(roles.Refusals);

        var person = new Person { SourceKey = sourceKey, Email = "", AccountId = command.AccountId, CreatedAt = context.Now };
        var customFields = await database.CustomFields.Where(f => f.Target == CustomFieldTarget.Person).ToListAsync(cancellationToken);
        var changes = RecordEdit.Apply(person, person.FieldValues, PersonRules.Fields, customFields, command.Values);
        if (!changes.Succeeded)
            return Outcome<PersonCreated>.Refused(changes.Refusals);
        if (PersonRules.MissingOf(person) is { } missing)
            return missing;
        foreach (var role in roles.Value)
            person.RolesInAccount.Add(new RoleInAccount { Name = role });
        database.People.Add(person);
        await database.SaveChangesAsync(cancellationToken);
        context.Audit(nameof(RecordKind.Person), person.Id, person.DisplayName, after: command);
        return new PersonCreated(person.Id, person.DisplayName);
    }
}
