using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Features.Activities;

/// <summary>No type has this name.</summary>
/// <param name="Type">The name sent.</param>
public sealed record UnknownActivityType(string Type) : Refusal("There is no activity type “{0}”. The activity was not recorded; an admin can add the type.", Type);

/// <summary>The type takes no more activities.</summary>
/// <param name="Type">Its name.</param>
public sealed record ActivityTypeRetired(string Type) : Refusal("The activity type “{0}” is retired. The activity was not recorded; an admin can bring the type back.", Type);

/// <summary>The activity is said to happen later than now.</summary>
public sealed record OccursInTheFuture() : Refusal("The activity is said to occur in the future. It was not recorded; check the clock and the time zone of the sender.");

/// <summary>No account has this source key.</summary>
/// <param name="SourceKey">The key.</param>
public sealed record UnknownAccountKey(string SourceKey) : Refusal("There is no account with the source key “{0}”. The activity was not recorded; send the account first.", SourceKey);

/// <summary>No person has this source key.</summary>
/// <param name="SourceKey">The key.</param>
public sealed record UnknownPersonKey(string SourceKey) : Refusal("There is no person with the source key “{0}”. The activity was not recorded; send the person first.", SourceKey);

/// <summary>Nobody (at the account) has this address.</summary>
/// <param name="Email">The address.</param>
public sealed record UnknownEmail(string Email) : Refusal("There is nobody with the email address {0} there. The activity was not recorded; send the person first.", Email);

/// <summary>Several people have this address.</summary>
/// <param name="Email">The address.</param>
public sealed record EmailNotUnique(string Email) : Refusal("Several people have the email address {0}. The activity was not recorded; name the person by source key, or the account too.", Email);

/// <summary>The person belongs to another account than the one named.</summary>
public sealed record PersonElsewhere() : Refusal("The person belongs to another account than the one named. The activity was not recorded; leave the account out or correct it.");

/// <summary>Neither account nor person is named.</summary>
public sealed record NobodyNamed() : Refusal("The activity names neither an account nor a person. It was not recorded; name one of them.");

/// <summary>An attribute stands there twice.</summary>
/// <param name="Attribute">Its name.</param>
public sealed record AttributeTwice(string Attribute) : Refusal("The attribute “{0}” is there twice. The activity was not recorded.", Attribute);

/// <summary>More attributes than an activity takes.</summary>
/// <param name="Most">How many are allowed.</param>
public sealed record TooManyAttributes(int Most) : Refusal("An activity has at most {0} attributes. It was not recorded.", Most);

/// <summary>The portal knows enough names of attributes.</summary>
/// <param name="Attribute">The name that is new.</param>
/// <param name="Most">How many are allowed.</param>
public sealed record TooManyAttributeNames(string Attribute, int Most)
    : Refusal("“{0}” would be a new attribute, but there are {1} already, which is the most. The activity was not recorded; send what varies as a value, not as a name.", Attribute, Most);
