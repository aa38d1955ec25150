using BuyingGroups.Data;
using BuyingGroups.Data.Identity;
using BuyingGroups.Portal.Security.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>What comes of an email and a password.</summary>
/// <param name="UserId">Who it is; null when refused.</param>
/// <param name="NeedsCode">True when a code of the second step is still to come.</param>
public sealed record PasswordAnswer(int? UserId, bool NeedsCode)
{
    /// <summary>One answer for every reason, so that it tells nobody which emails exist.</summary>
    public static PasswordAnswer Refused { get; } = new(null, false);
}

/// <summary>Checks email and password, counts failures, locks, and writes all of it into the audit log.</summary>
public sealed class PasswordCheck(
    PortalDatabase database, IPasswordHasher<PortalUser> hasher, AuditTrail trail, TimeProvider clock, IOptions<IdentityOptions> options)
{
    private readonly PortalUser _nobody = new();
    private string? _hashOfNobody;

    public async Task<PasswordAnswer> CheckAsync(string? email, string? password, string from, CancellationToken cancellationToken)
    {
        var normalized = (email ?? "").Trim().ToUpperInvariant();
        PortalUser? user;
        await using (var context = database.OpenRead())
            user = await context.Users.FirstOrDefaultAsync(u => u.NormalizedEmail == normalized, cancellationToken);

        // Hashing takes its time, so it happens before the turn at the database; for an unknown email too, or the clock would tell.
        var verdict = Verify(user, password ?? "");
        return await database.WriteAsync(async (context, token) => (await DecideAsync(context, user, verdict, password ?? "", from, token), true), cancellationToken);
    }

    /// <summary>True when it is the user's password. Counts nothing: for somebody who is signed in already.</summary>
    public bool IsPasswordOf(PortalUser user, string? password) => Verify(user, password ?? "") != PasswordVerificationResult.Failed;

    private PasswordVerificationResult Verify(PortalUser? user, string password)
    {
        if (password.Length is 0 or > PasswordRules.LongestPassword)
            return PasswordVerificationResult.Failed;
        var hash = user?.PasswordHash ?? (_hashOfNobody ??= hasher.HashPassword(_nobody, InitialPassword.Create()));
        var result = hasher.VerifyHashedPassword(user ?? _nobody, hash, password);
        return user?.PasswordHash is null ? PasswordVerificationResult.Failed : result;
    }

    private async Task<PasswordAnswer> DecideAsync(
        PortalDbContext context, PortalUser? seen, PasswordVerificationResult verdict, string password, string from, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var user = seen is null ? null : await context.Users.FirstOrDefaultAsync(u => u.Id == seen.Id, cancellationToken);
        if (user is null)
            return await RefuseAsync(SignInAudit.Failed, "unknown");
        if (user.LockoutEnd > now)
            return await RefuseAsync(SignInAudit.LockedOut, "locked");
        if (verdict == PasswordVerificationResult.Failed || user.PasswordHash != seen!.PasswordHash)
            return await RefuseAsync(CountFailure(user, now) ? SignInAudit.LockedOut : SignInAudit.Failed, "password");
        if (user.IsDisabled)
            return await RefuseAsync(SignInAudit.Failed, "disabled");
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
            user.PasswordHash = hasher.HashPassword(user, password);
        if (user.TwoFactorEnabled)
        {
            // The failures stay counted until the code is right too.
            await context.SaveChangesAsync(cancellationToken);
            return new PasswordAnswer(user.Id, NeedsCode: true);
        }
        Welcome(user, now);
        await trail.AppendAsync(context, user, SignInAudit.SignedIn, from, now.UtcDateTime, null, cancellationToken);
        return new PasswordAnswer(user.Id, NeedsCode: false);

        async Task<PasswordAnswer> RefuseAsync(string action, string reason)
        {
            await trail.AppendAsync(context, user, action, from, now.UtcDateTime, reason, cancellationToken);
            return PasswordAnswer.Refused;
        }
    }

    internal static void Welcome(PortalUser user, DateTimeOffset now)
    {
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        user.LastSignInAt = now.UtcDateTime;
    }

    /// <summary>True when this failure locks the user.</summary>
    internal bool CountFailure(PortalUser user, DateTimeOffset now)
    {
        if (++user.AccessFailedCount < options.Value.Lockout.MaxFailedAccessAttempts)
            return false;
        user.AccessFailedCount = 0;
        user.LockoutEnd = now + options.Value.Lockout.DefaultLockoutTimeSpan;
        return true;
    }
}
