using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Api.Access;

/// <summary>The call shows no key.</summary>
public sealed record MissingKey() : Refusal("The call shows no API key. Nothing was done; send it in the header “Authorization: Bearer bgp_…”.");

/// <summary>What the call shows has not the form of a key.</summary>
public sealed record MalformedKey()
    : Refusal("What the call shows is not an API key. Nothing was done; send the whole key, as it was shown when it was created, in one header “Authorization: Bearer bgp_…”.");

/// <summary>The key has the right form, but there is none like it.</summary>
public sealed record UnknownKey() : Refusal("There is no such API key. Nothing was done; check that the key is complete and belongs to this portal.");

/// <summary>An admin ended the key.</summary>
public sealed record RevokedKey() : Refusal("The API key is revoked. Nothing was done; ask an admin of the portal for a new one.");

/// <summary>The key's time is over.</summary>
public sealed record ExpiredKey() : Refusal("The API key has expired. Nothing was done; ask an admin of the portal for a new one.");

/// <summary>Who made the key is disabled, and has seen it.</summary>
public sealed record StoppedKey() : Refusal("The API key is stopped because the user who created it is disabled. Nothing was done; ask an admin of the portal for a new one.");

/// <summary>More calls than are allowed in a minute.</summary>
public sealed record TooManyCalls() : Refusal("There were too many calls in the last minute. Nothing was done; wait as long as Retry-After says, and send more rows in each call.");
