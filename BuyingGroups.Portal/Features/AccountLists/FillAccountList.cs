using BuyingGroups.Data;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;
using System.Text.Json;

namespace BuyingGroups.Portal.Features.AccountLists;

/// <summary>Puts every account that matches a filter now on a static list, in the background.</summary>
/// <param name="Id">The list.</param>
/// <param name="Condition">The condition over accounts.</param>
[Requires(Permissions.AudiencesManage)]
public sealed record FillAccountList(int Id, Condition Condition) : ICommand<long>;

/// <summary>Queues it.</summary>
public sealed class FillAccountListHandler : ICommandHandler<FillAccountList, long>
{
    public async Task<Outcome<long>> HandleAsync(FillAccountList command, CommandContext context, CancellationToken cancellationToken)
    {
        var list = await context.Database.AccountLists.AsNoTracking().FirstOrDefaultAsync(l => l.Id == command.Id, cancellationToken);
        if (list is null)
            return new NotFound("account list", command.Id);
        if (AudienceRules.ToChangeMembers(list) is { } refused)
            return refused;
        var problems = AudienceRules.CheckCondition(command.Condition, await context.Database.ReadConditionCatalogAsync(context.Now, cancellationToken));
        if (problems.Count > 0)
            return Outcome<long>.Refused(problems);
        var job = context.Enqueue(new BackgroundJob
        {
            Kind = FillAccountListWork.WorkKind,
            Title = "Filling the account list {0}",
            TitleArguments = JsonSerializer.Serialize(new[] { list.Name }),
            Parameters = JsonSerializer.Serialize(new FillAccountListWork.Order(list.Id, ConditionJson.Write(command.Condition)), JobRun.Json),
            ExclusiveKey = $"account-list:{list.Id}",
            Link = $"/audiences/lists/{list.Id}",
        });
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("AccountList", list.Id, list.Name, null, new { Filled = command.Condition });
        return job.Id;
    }
}

/// <summary>Fills a static list in ranges of account ids, so that it can stop and go on anywhere.</summary>
public sealed class FillAccountListWork(PortalDatabase database, TimeProvider clock) : IBackgroundWork
{
    public const string WorkKind = "fill-account-list";
    private const int RangeSize = 10_000;

    public string Kind => WorkKind;

    public async Task<object?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var order = run.Parameters<Order>();
        await using var read = database.OpenRead();
        var now = clock.GetUtcNow().UtcDateTime;
        var condition = ConditionJson.Read(order.Condition);
        var last = await read.Accounts.MaxAsync(a => (long?)a.Id, cancellationToken) ?? 0;
        var catalog = await read.ReadConditionCatalogAsync(now, cancellationToken);
        var matches = ConditionTranslation.OfAccounts(condition, catalog).Demand();
        for (var from = long.Parse(run.Cursor ?? "0", System.Globalization.CultureInfo.InvariantCulture); from <= last; from += RangeSize)
        {
            var (first, next) = (from, from + RangeSize);
            await run.WriteAsync(
                async (context, token) =>
                {
                    var missing = await context.Accounts.Where(a => a.Id >= first && a.Id < next).Where(matches)
                        .Where(a => !context.AccountListMembers.Any(m => m.AccountListId == order.AccountListId && m.AccountId == a.Id))
                        .Select(a => a.Id).ToListAsync(token);
                    await database.Provider.BulkInsert.InsertAsync(
                        context, missing.Select(id => new AccountListMember { AccountListId = order.AccountListId, AccountId = id, AddedAt = now, ActorId = run.ActorId }), token);
                },
                next.ToString(System.Globalization.CultureInfo.InvariantCulture), Math.Min(next, last), last, cancellationToken);
        }
        return null;
    }

    /// <summary>What the job was asked to do.</summary>
    public sealed record Order(int AccountListId, string Condition);
}
