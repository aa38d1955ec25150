using BuyingGroups.Domain;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Activities;

/// <summary>The types of activities, built-in ones first.</summary>
[Requires(Permissions.AccountsView)]
public sealed record FindActivityTypes : IQuery<ActivityTypeList>;

/// <summary>At most 200, so that they are never paged.</summary>
public sealed record ActivityTypeList(IReadOnlyList<ActivityType> Types);

public sealed class FindActivityTypesHandler : IQueryHandler<FindActivityTypes, ActivityTypeList>
{
    public async Task<Outcome<ActivityTypeList>> HandleAsync(FindActivityTypes query, QueryContext context, CancellationToken cancellationToken) =>
        new ActivityTypeList(await context.Database.ActivityTypes.OrderByDescending(t => t.IsBuiltIn).ThenBy(t => t.NormalizedName).ToListAsync(cancellationToken));
}

/// <summary>Adds a type of activity.</summary>
/// <param name="Name">Unique, at most 100 characters.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record AddActivityType(string Name) : ICommand<int>;

/// <summary>There are enough types.</summary>
/// <param name="Most">How many are allowed.</param>
public sealed record TooManyActivityTypes(int Most) : Refusal("There are {0} activity types already, which is the most. Nothing was added; use one that is there.", Most);

public sealed class AddActivityTypeHandler : ICommandHandler<AddActivityType, int>
{
    public async Task<Outcome<int>> HandleAsync(AddActivityType command, CommandContext context, CancellationToken cancellationToken)
    {
        if (Naming.Check(command.Name, ActivityType.NameMaxLength) is { } wrong)
            return wrong;
        var types = context.Database.ActivityTypes;
        var normalized = NormalizedText.Required(command.Name);
        if (await types.AnyAsync(t => t.NormalizedName == normalized, cancellationToken))
            return new NameTaken("activity type", command.Name.Trim());
        if (await types.CountAsync(cancellationToken) >= ActivityType.MaxCount)
            return new TooManyActivityTypes(ActivityType.MaxCount);
        var type = new ActivityType { Name = command.Name.Trim() };
        types.Add(type);
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit(nameof(ActivityType), type.Id, type.Name, after: new { type.Name });
        return type.Id;
    }
}

/// <summary>Retires a type, or brings it back. What was recorded stays, and conditions can still ask for it.</summary>
/// <param name="Id">The type.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Retired">True to retire it.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record RetireActivityType(int Id, int Version, bool Retired) : ICommand<Done>;

/// <summary>Built-in types stay.</summary>
/// <param name="Type">Its name.</param>
public sealed record ActivityTypeBuiltIn(string Type) : Refusal("“{0}” is built in and cannot be retired. Nothing was changed.", Type);

public sealed class RetireActivityTypeHandler : ICommandHandler<RetireActivityType, Done>
{
    public async Task<Outcome<Done>> HandleAsync(RetireActivityType command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await context.Database.ActivityTypes.FirstOrDefaultAsync(t => t.Id == command.Id, cancellationToken) is not { } type)
            return new NotFound("activity type", command.Id);
        if (type.IsBuiltIn)
            return new ActivityTypeBuiltIn(type.Name);
        if (type.Version != command.Version)
            return new ChangedByOthers("activity type");
        context.Audit(nameof(ActivityType), type.Id, type.Name, new { type.IsRetired }, new { IsRetired = command.Retired });
        type.IsRetired = command.Retired;
        return Done.Instance;
    }
}
