using BuyingGroups.Data;
using BuyingGroups.Portal.Security.Audit;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>Writes into the audit log who left.</summary>
public sealed class SignOutRecord(PortalDatabase database, AuditTrail trail, TimeProvider clock)
{
    public async Task WriteAsync(HttpContext http)
    {
        if (CurrentCaller.From(http.User, http.From()) is not { UserId: { } id } caller)
            return;
        await database.WriteAsync(
            async (context, token) => await trail.AppendAsync(
                context, await context.Users.FirstOrDefaultAsync(u => u.Id == id, token), SignInAudit.SignedOut, caller.From, clock.GetUtcNow().UtcDateTime, null, token),
            http.RequestAborted);
    }
}
