using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.People;

/// <summary>Changes a person. The account stays: membership of its buying groups hangs on it.</summary>
/// <param name="Id">Who.</param>
/// <param name="Version">The version that was read; an older one is refused.</param>
/// <param name="Values">Texts by field key; fields not named stay as they are.</param>
/// <param name="RolesInAccount">All roles in the account from now on; null leaves them alone.</param>
[Requires(Permissions.AccountsManage)]
public sealed record EditPerson(long Id, int Version, IReadOnlyDictionary<string, string?> Values, IReadOnlyList<string>? RolesInAccount = null) : ICommand<PersonEdited>;

/// <summary>The version now, and how many fields changed.</summary>
public sealed record PersonEdited(long Id, int Version, int ChangedFields);

public sealed class EditPersonHandler : ICommandHandler<EditPerson, PersonEdited>
{
    public async Task<Outcome<PersonEdited>> HandleAsync(EditPerson command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var people = database.People.Include(p => p.FieldValues).Include(p => p.RolesInAccount).AsSplitQuery();
        if (await people.FirstOrDefaultAsync(p => p.Id == command.Id, cancellationToken) is not { } person)
            return new NotFound("person", command.Id);
        if (person.Version != command.Version)
            return new ChangedByOthers("person");
        var customFields = await database.CustomFields.Where(f => f.Target == CustomFieldTarget.Person).ToListAsync(cancellationToken);
        var edited = RecordEdit.Apply(person, person.FieldValues, PersonRules.Fields, customFields, command.Values);
        if (!edited.Succeeded)
            return Outcome<PersonEdited>.Refused(edited.Refusals);

        List<FieldChange> changes = [.. edited.Value];
        if (command.RolesInAccount is not null)
        {
            var roles = PersonRules.Roles(command.RolesInAccount);
            if (!roles.Succeeded)
                return Outcome<PersonEdited>.Refused(roles.Refusals);
            if (SetRoles(person, roles.Value) is { } change)
                changes.Add(change);
        }
        if (changes.Count == 0)
            return new PersonEdited(person.Id, person.Version, 0);

        // Custom values and roles live in rows of their own; the person's version counts all the same.
        database.Entry(person).Property(p => p.UpdatedAt).IsModified = true;
        context.NoteChanges(RecordKind.Person, person.Id, person.AccountId, changes);
        await database.SaveChangesAsync(cancellationToken);
        context.Audit(nameof(RecordKind.Person), person.Id, person.DisplayName, changes.ToDictionary(c => c.Field, c => c.Before), changes.ToDictionary(c => c.Field, c => c.After));
        return new PersonEdited(person.Id, person.Version, changes.Count);
    }

    private static FieldChange? SetRoles(Person person, IReadOnlyList<string> names)
    {
        var before = Text(person);
        var wanted = names.ToDictionary(NormalizedText.Required, StringComparer.Ordinal);
        foreach (var role in person.RolesInAccount.Where(r => !wanted.ContainsKey(r.NormalizedName)).ToList())
            person.RolesInAccount.Remove(role);
        foreach (var (normalized, name) in wanted)
        {
            if (person.RolesInAccount.All(r => !string.Equals(r.NormalizedName, normalized, StringComparison.Ordinal)))
                person.RolesInAccount.Add(new RoleInAccount { Name = name });
        }
        return Text(person) is var after && string.Equals(before, after, StringComparison.Ordinal) ? null : new FieldChange("roleInAccount", before, after);

        static string? Text(Person person) =>
            person.RolesInAccount.Count == 0 ? null : string.Join(", ", person.RolesInAccount.OrderBy(r => r.NormalizedName, StringComparer.Ordinal).Select(r => r.Name));
    }
}
