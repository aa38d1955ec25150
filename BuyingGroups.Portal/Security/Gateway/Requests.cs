using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Security.Gateway;

/// <summary>Something asked of the portal. Every request type carries <see cref="RequiresAttribute"/>; a test fails on any without.</summary>
public interface IRequest<TResult>;

/// <summary>A request that changes something: runs in one transaction and leaves an audit entry.</summary>
public interface ICommand<TResult> : IRequest<TResult>;

/// <summary>A request that only reads.</summary>
public interface IQuery<TResult> : IRequest<TResult>;

/// <summary>The permission a caller must hold to make the request.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class RequiresAttribute(string permission) : Attribute
{
    /// <summary>One of <see cref="Permissions"/>.</summary>
    public string Permission { get; } = permission;
}

/// <summary>Keeps a member of a command out of the audit log: passwords, keys, file contents.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NotAuditedAttribute : Attribute;

/// <summary>Carries out a command.</summary>
public interface ICommandHandler<in TCommand, TResult>
    where TCommand : ICommand<TResult>
{
    /// <summary>Does it with what <paramref name="context"/> gives. A refusal rolls everything back.</summary>
    Task<Outcome<TResult>> HandleAsync(TCommand command, CommandContext context, CancellationToken cancellationToken);
}

/// <summary>Answers a query.</summary>
public interface IQueryHandler<in TQuery, TResult>
    where TQuery : IQuery<TResult>
{
    /// <summary>Reads through <paramref name="context"/>; nothing is tracked, nothing is saved.</summary>
    Task<Outcome<TResult>> HandleAsync(TQuery query, QueryContext context, CancellationToken cancellationToken);
}

/// <summary>The caller lacks the permission.</summary>
/// <param name="Permission">What is needed.</param>
public sealed record AccessDenied(string Permission)
    : Refusal("You lack the permission {0} for this. Nothing was changed; ask an admin of the portal for it.", Permission);

/// <summary>The session behind the request ended.</summary>
public sealed record NotSignedIn() : Refusal("You are not signed in any more. Nothing was changed; sign in and try again.");

/// <summary>The database could not be reached or was busy for too long.</summary>
public sealed record DatabaseAway()
    : Refusal("The database does not answer. Your change was not saved, and what you typed is still here; wait a moment and try again.");
