using BuyingGroups.Domain;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Audiences;

/// <summary>Makes a draft that is a copy of an audience: the way to change a live one.</summary>
/// <param name="Id">The audience to copy.</param>
[Requires(Permissions.AudiencesManage)]
public sealed record DuplicateAudience(int Id) : ICommand<int>;

/// <summary>Copies it.</summary>
public sealed class DuplicateAudienceHandler : ICommandHandler<DuplicateAudience, int>
{
    public async Task<Outcome<int>> HandleAsync(DuplicateAudience command, CommandContext context, CancellationToken cancellationToken)
    {
        var original = await context.Database.Audiences.AsNoTracking().FirstOrDefaultAsync(a => a.Id == command.Id, cancellationToken);
        if (original is null)
            return new NotFound("audience", command.Id);
        var taken = await context.Database.Audiences.Select(a => a.Name).ToListAsync(cancellationToken);
        var copy = new Audience
        {
            Name = Naming.OfCopy(original.Name, taken, Audience.NameMaxLength),
            Description = original.Description,
            Condition = original.Condition,
            CreatedAt = context.Now,
        };
        context.Database.Audiences.Add(copy);
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("Audience", copy.Id, copy.Name, null, new { CopyOf = original.Id });
        return copy.Id;
    }
}
