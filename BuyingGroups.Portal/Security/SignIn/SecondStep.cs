using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BuyingGroups.Data;
using BuyingGroups.Data.Identity;
using BuyingGroups.Portal.Security.Audit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>The second step of signing in: a code of the app, or one of the recovery codes. Also keeps the user's secret and codes.</summary>
public sealed class SecondStep(PortalDatabase database, PasswordCheck password, AuditTrail trail, TimeProvider clock, IDataProtectionProvider protection)
{
    private const string Keeper = "Portal";
    private const string Secret = "AuthenticatorSecret";
    private const string LastStep = "LastCodeStep";
    private const string Recovery = "RecoveryCodes";
    private const int RecoveryCodes = 10;

    private readonly IDataProtector _protector = protection.CreateProtector("BuyingGroups.SecondStep");

    /// <summary>Checks a code for somebody whose password was right; true signs them in.</summary>
    public Task<bool> CheckAsync(int userId, string? code, string from, CancellationToken cancellationToken)
    {
        // A key due for renewal is stored now, not while the transaction below holds the database.
        _protector.Protect("");
        return database.WriteAsync((context, token) => DecideAsync(context, userId, code, from, token), cancellationToken);
    }

    private async Task<(bool Right, bool Commit)> DecideAsync(PortalDbContext context, int userId, string? code, string from, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        var user = await context.Users.SingleAsync(u => u.Id == userId, token);
        if (user.IsDisabled || user.LockoutEnd > now)
        {
            await trail.AppendAsync(context, user, SignInAudit.LockedOut, from, now.UtcDateTime, "second step", token);
            return (false, true);
        }
        if (!await UseAsync(context, userId, code, token))
        {
            var locked = password.CountFailure(user, now);
            await trail.AppendAsync(context, user, locked ? SignInAudit.LockedOut : SignInAudit.Failed, from, now.UtcDateTime, "second step", token);
            return (false, true);
        }
        PasswordCheck.Welcome(user, now);
        await trail.AppendAsync(context, user, SignInAudit.SignedIn, from, now.UtcDateTime, null, token);
        return (true, true);
    }

    /// <summary>True when the code is right; it is used up by that, so that nobody who saw it can use it again.</summary>
    public async Task<bool> UseAsync(PortalDbContext context, int userId, string? code, CancellationToken cancellationToken)
    {
        if (await SecretAsync(context, userId, cancellationToken) is not { } secret)
            return false;
        if (TimeCode.StepOf(secret, code, clock.GetUtcNow()) is { } step)
        {
            var last = long.TryParse(await ReadAsync(context, userId, LastStep, cancellationToken), CultureInfo.InvariantCulture, out var used) ? used : 0;
            if (step <= last)
                return false;
            await WriteAsync(context, userId, LastStep, step.ToString(CultureInfo.InvariantCulture), cancellationToken);
            return true;
        }
        var kept = (await ReadAsync(context, userId, Recovery, cancellationToken) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!kept.Remove(HashOf(code)))
            return false;
        await WriteAsync(context, userId, Recovery, string.Join(';', kept), cancellationToken);
        return true;
    }

    /// <summary>The secret, or null when the user has none.</summary>
    public async Task<string?> SecretAsync(PortalDbContext context, int userId, CancellationToken cancellationToken) =>
        await ReadAsync(context, userId, Secret, cancellationToken) is { } kept ? _protector.Unprotect(kept) : null;

    /// <summary>Gives the user a new secret; it counts only once a code of it was shown to work.</summary>
    public async Task<string> NewSecretAsync(PortalDbContext context, int userId, CancellationToken cancellationToken)
    {
        var secret = TimeCode.NewSecret();
        await WriteAsync(context, userId, Secret, _protector.Protect(secret), cancellationToken);
        await WriteAsync(context, userId, LastStep, "0", cancellationToken);
        return secret;
    }

    /// <summary>Gives the user ten new recovery codes. They are shown once; only their hashes are kept.</summary>
    public static async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(PortalDbContext context, int userId, CancellationToken cancellationToken)
    {
        List<string> codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => InitialPassword.Create())];
        await WriteAsync(context, userId, Recovery, string.Join(';', codes.Select(HashOf)), cancellationToken);
        return codes;
    }

    /// <summary>How many recovery codes are left.</summary>
    public static async Task<int> RecoveryCodesLeftAsync(PortalDbContext context, int userId, CancellationToken cancellationToken) =>
        (await ReadAsync(context, userId, Recovery, cancellationToken) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Forgets secret and codes.</summary>
    public static async Task ForgetAsync(PortalDbContext context, PortalUser user, CancellationToken cancellationToken)
    {
        user.TwoFactorEnabled = false;
        context.UserTokens.RemoveRange(await context.UserTokens.Where(t => t.UserId == user.Id && t.LoginProvider == Keeper).ToListAsync(cancellationToken));
    }

    // The codes are random and long, so one round of a fast hash is enough.
    private static string HashOf(string? code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat((code ?? "").ToLowerInvariant().Where(char.IsLetterOrDigit)))));

    private static Task<string?> ReadAsync(PortalDbContext context, int userId, string name, CancellationToken cancellationToken) =>
        context.UserTokens.Where(t => t.UserId == userId && t.LoginProvider == Keeper && t.Name == name).Select(t => t.Value).FirstOrDefaultAsync(cancellationToken);

    private static async Task WriteAsync(PortalDbContext context, int userId, string name, string value, CancellationToken cancellationToken)
    {
        if (await context.UserTokens.FirstOrDefaultAsync(t => t.UserId == userId && t.LoginProvider == Keeper && t.Name == name, cancellationToken) is { } token)
            token.Value = value;
        else
            context.UserTokens.Add(new IdentityUserToken<int> { UserId = userId, LoginProvider = Keeper, Name = name, Value = value });
        await context.SaveChangesAsync(cancellationToken);
    }
}
