using System.Diagnostics;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Features.Audiences;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Features.RoleTemplates;
using BuyingGroups.Portal.Features.SolutionInterests;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Bench;

/// <summary>The creation job over all accounts, against one hand-written transaction that leaves the same rows; then nothing new, then one per cent new.</summary>
internal static class GroupsBench
{
    public static async Task RunAsync(BenchRun run)
    {
        var raw = await HandWrittenAsync(run);
        await using var database = await run.FilledAsync();
        await using var portal = new BenchPortal(run, database);
        var (solutionInterest, audience) = await SetUpAsync(portal);

        var full = await CreateAsync(portal, solutionInterest, audience);
        var made = await CountAsync(database);
        if (made != raw.Made)
            throw new InvalidOperationException($"The job made {made}, the hand-written statements {raw.Made}.");
        Console.WriteLine($"   job: {made} in {full.TotalSeconds:N1} s; by hand in {raw.Time.TotalSeconds:N1} s");
        run.Result("groups.full", full.TotalSeconds, "s", full / raw.Time, raw.Time.TotalSeconds);

        var unchanged = await CreateAsync(portal, solutionInterest, audience);
        run.Result("groups.unchanged", unchanged.TotalSeconds, "s", unchanged / full, full.TotalSeconds);

        await database.FillAsync(run.Accounts / 100, run.People / 100, firstAccount: run.Accounts);
        var delta = await CreateAsync(portal, solutionInterest, audience);
        run.Result("groups.one-percent-new", delta.TotalSeconds, "s", delta / full, full.TotalSeconds);
    }

    /// <summary>Six roles, each with a condition on the title.</summary>
    public static async Task<(int SolutionInterest, int Audience)> SetUpAsync(BenchPortal portal)
    {
        var template = await portal.SendAsync(new SaveRoleTemplate(null, "Bench", null, [.. GroupRules.Roles.Select(role => new RoleCardDraft(
            role.RoleId, Weighting.Normal, true, new ConditionGroup(MatchKind.Any, [.. role.Parts.Select(part => FieldFilter.Of("jobTitle", ConditionOperator.Contains, part))]), role.Required, role.Members))]));
        await portal.SendAsync(new PublishRoleTemplate(template));
        var audience = await portal.SendAsync(new SaveAudience(null, "Everybody", null, new ConditionGroup(MatchKind.All, [FieldFilter.Of("name", ConditionOperator.IsNotEmpty)])));
        await portal.SendAsync(new PublishAudience(audience));
        return (await portal.SendAsync(new SaveSolutionInterest(null, "Fleet analytics", null, template)), audience);
    }

    public static async Task<TimeSpan> CreateAsync(BenchPortal portal, int solutionInterest, int audience)
    {
        var started = await portal.SendAsync(new CreateBuyingGroups(solutionInterest, new AccountSource(AudienceId: audience)));
        var watch = Stopwatch.StartNew();
        await portal.RunJobsAsync();
        var time = watch.Elapsed;
        await using var read = portal.Database.OpenRead();
        var job = await read.Jobs.SingleAsync(j => j.Id == started.JobId);
        return job.Status == JobStatus.Succeeded ? time : throw new InvalidOperationException($"The job ended as {job.Status}: {job.Error}");
    }

    private static async Task<(TimeSpan Time, GroupsMade Made)> HandWrittenAsync(BenchRun run)
    {
        await using var database = await run.FilledAsync();
        await using (var portal = new BenchPortal(run, database))
            await SetUpAsync(portal);
        await using var connection = await database.OpenRawAsync();
        var watch = Stopwatch.StartNew();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            foreach (var statement in GroupRules.Statements(run.IsPostgreSql))
            {
                await using var command = connection.CreateCommand();
                command.Transaction = transaction;
                command.CommandTimeout = 600;
                command.CommandText = statement;
                await command.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }
        return (watch.Elapsed, await CountAsync(database));
    }

    private static async Task<GroupsMade> CountAsync(BenchDatabase database)
    {
        await using var context = database.Open();
        return new GroupsMade(
            await context.BuyingGroups.CountAsync(), await context.Members.CountAsync(), await context.MembershipChanges.CountAsync(), await context.RoleFills.CountAsync(),
            await context.BuyingGroups.SumAsync(g => (long)g.Completeness));
    }
}

internal sealed record GroupsMade(int Groups, int Members, int Changes, int Fills, long CompletenessInAll);
