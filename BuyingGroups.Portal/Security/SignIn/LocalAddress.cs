namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>Keeps a return address inside the portal, so that a link to sign-in cannot lead elsewhere afterwards.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is a path of this portal, otherwise Home.</summary>
    public static string Of(string? address) => IsLocal(address) ? address! : "/";

    // "//host" and "/\host" are other hosts to a browser, and it drops control characters before it looks.
    private static bool IsLocal(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl)
        && !address.StartsWith("/sign-in", StringComparison.OrdinalIgnoreCase) && !address.StartsWith("/sign-out", StringComparison.OrdinalIgnoreCase);
}
