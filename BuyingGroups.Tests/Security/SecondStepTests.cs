using BuyingGroups.Domain.Actors;
using BuyingGroups.Portal.Features.Profile;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.SignIn;
using BuyingGroups.Tests.Portals;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Security;

public sealed class SecondStepTests
{
    // "12345678901234567890" in base 32, the secret of RFC 6238's examples.
    private const string RfcSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, TimeCode.Of(RfcSecret, TimeCode.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    [InlineData(-60, false)]
    public void A_phone_may_be_half_a_minute_off(int seconds, bool fits)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111109);
        var code = TimeCode.Of(RfcSecret, TimeCode.StepOf(now.AddSeconds(seconds)));

        Assert.Equal(fits, TimeCode.StepOf(RfcSecret, code, now) is not null);
    }

    [Fact]
    public async Task With_the_second_step_on_a_password_alone_opens_nothing()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (id, email) = await portal.JoinAsync("Ada Admin", "Admin");
        var (secret, _) = await EnrolAsync(portal, id);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        using var visitor = new WebVisitor(portal);

        using var password = await visitor.SignInAsync(email, People.Password, "/users");
        using var early = await visitor.GetAsync("/users");
        using var wrong = await visitor.PostAsync("/sign-in/code?returnUrl=%2Fusers", "sign-in-code", ("Form.Code", "12"));
        using var right = await visitor.PostAsync("/sign-in/code?returnUrl=%2Fusers", "sign-in-code", ("Form.Code", TimeCode.Of(secret, TimeCode.StepOf(portal.Clock.GetUtcNow()))));
        using var users = await visitor.GetAsync("/users");

        Assert.StartsWith("/sign-in/code", password.LeadsTo(), StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", early.LeadsTo(), StringComparison.Ordinal);
        Assert.Null(wrong.LeadsTo());
        Assert.Equal("/users", right.LeadsTo());
        Assert.Equal(200, (int)users.StatusCode);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (id, _) = await portal.JoinAsync("Ada Admin", "Admin");
        var (secret, recovery) = await EnrolAsync(portal, id);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var step = portal.Services.GetRequiredService<SecondStep>();
        var code = TimeCode.Of(secret, TimeCode.StepOf(portal.Clock.GetUtcNow()));

        Assert.True(await step.CheckAsync(id, code, "test", default));
        Assert.False(await step.CheckAsync(id, code, "test", default));
        Assert.True(await step.CheckAsync(id, recovery[0].ToUpperInvariant(), "test", default));
        Assert.False(await step.CheckAsync(id, recovery[0], "test", default));
        Assert.Equal(9, (await portal.AskAsync(new GetProfile(), await CallerAsync(portal, id))).Demand().RecoveryCodesLeft);
    }

    [Fact]
    public async Task The_secret_is_kept_only_encrypted_and_recovery_codes_only_as_hashes()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (id, _) = await portal.JoinAsync("Ada Admin", "Admin");
        var (secret, recovery) = await EnrolAsync(portal, id);

        await using var context = portal.Open();
        var kept = string.Join('\n', await context.UserTokens.Where(t => t.UserId == id).Select(t => t.Value).ToListAsync());
        var log = string.Join('\n', (await context.AuditEntries.ToListAsync()).Select(e => e.Before + e.After));

        Assert.NotEmpty(kept);
        Assert.DoesNotContain(secret, kept + log, StringComparison.Ordinal);
        Assert.DoesNotContain(recovery[0], kept + log, StringComparison.Ordinal);
    }

    private static async Task<(string Secret, IReadOnlyList<string> Recovery)> EnrolAsync(TestPortal portal, int id)
    {
        // A host that starts makes its keys then; this one has no such start, and a key cannot be stored while a command writes.
        portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect("keys");
        var caller = await CallerAsync(portal, id);
        var secret = (await portal.SendAsync(new StartSecondStep(People.Password), caller)).Demand().Secret;
        var codes = await portal.SendAsync(new ConfirmSecondStep(TimeCode.Of(secret, TimeCode.StepOf(portal.Clock.GetUtcNow()))), caller);
        return (secret, codes.Demand().Codes);
    }

    private static async Task<Caller> CallerAsync(TestPortal portal, int id)
    {
        await using var context = portal.Open();
        var user = await context.Users.SingleAsync(u => u.Id == id);
        return new Caller(Actor.User(id, user.DisplayName), id, new HashSet<string>(StringComparer.Ordinal), "test");
    }
}
