using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Engagement;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.People;

/// <summary>Deletes a person who is in no buying group, with their history: it names them.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record DeletePerson(long Id) : ICommand<Done>;

/// <summary>The person is a member; removing members has rules of its own and is done there first.</summary>
/// <param name="Person">Their name.</param>
/// <param name="Groups">The groups' names.</param>
public sealed record PersonIsMember(string Person, string Groups)
    : Refusal("{0} cannot be deleted while a member of {1}. Nothing was changed; remove them from there first.", Person, Groups);

public sealed class DeletePersonHandler(EngagementRecount engagement) : ICommandHandler<DeletePerson, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DeletePerson command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (await database.People.FirstOrDefaultAsync(p => p.Id == command.Id, cancellationToken) is not { } person)
            return new NotFound("person", command.Id);
        var groups = await database.Members.Where(m => m.PersonId == person.Id && m.IsActive).OrderBy(m => m.BuyingGroup!.NormalizedName)
            .Select(m => m.BuyingGroup!.Name).Take(10).ToListAsync(cancellationToken);
        if (groups.Count > 0)
            return new PersonIsMember(person.DisplayName, string.Join(", ", groups));
        // What is left of them: places they were removed from, and what the history says about them.
        await database.Members.Where(m => m.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken);
        await database.MembershipChanges.Where(c => c.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken);
        await database.DismissedSuggestions.Where(d => d.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken);
        await database.RecordChanges.Where(c => c.SubjectKind == RecordKind.Person && c.SubjectId == person.Id).ExecuteDeleteAsync(cancellationToken);
        await database.ChangeEvents.Where(e => e.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken);
        await engagement.ForgetAsync(database, person.Id, cancellationToken);
        database.People.Remove(person);
        // The log tells that somebody was deleted, not who they were.
        context.Audit(nameof(RecordKind.Person), person.Id, null);
        return Done.Instance;
    }
}
