using BuyingGroups.Data;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Opportunities;
using BuyingGroups.Domain.Refusals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports.Running;

/// <summary>Opportunities, which find their account through its source key and have neither custom fields nor roles.</summary>
public sealed class OpportunityTable : RecordTable<Opportunity>
{
    private readonly KnownAccounts _accounts = new();

    public override RecordKind Kind => RecordKind.Opportunity;

    public override string Key(Opportunity record) => record.SourceKey;

    public override void SetKey(Opportunity record, string key) => record.SourceKey = key;

    public override long Id(Opportunity record) => record.Id;

    public override long AccountId(Opportunity record) => record.AccountId;

    public override IQueryable<Opportunity> WithKeys(PortalDbContext context, string[] keys) => context.Opportunities.Where(o => EF.Parameter(keys).Contains(o.SourceKey));

    public override IQueryable<KeyValuePair<string, long>> Ids(PortalDbContext context, string[] keys) =>
        WithKeys(context, keys).Select(o => new KeyValuePair<string, long>(o.SourceKey, o.Id));

    public override Task<IReadOnlyList<(long Record, FieldValue Value)>> CustomValuesAsync(PortalDbContext context, long[] ids, int[] fields, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<(long, FieldValue)>>([]);

    public override FieldValue NewValue(long record, int field) => throw new NotSupportedException("Opportunities have no custom fields.");

    public override void Stamp(Opportunity record, DateTime now)
    {
        // An opportunity keeps no times of its own; its history does.
    }

    public override Refusal? ProblemOf(Opportunity record) => record is { IsWon: true, IsClosed: false } ? new WonButOpen() : null;

    public override Task<IReadOnlyList<ImportRow<Opportunity>>> PlaceAsync(
        PortalDbContext context, List<ImportRow<Opportunity>> rows, Action<ImportRow<Opportunity>, Refusal> reject, CancellationToken cancellationToken) =>
        _accounts.PlaceAsync(context, rows, (opportunity, account) => opportunity.AccountId = account, reject, cancellationToken);

    public override bool Moves(Opportunity row, Opportunity existing) => row.AccountId != existing.AccountId;

    public override void Move(Opportunity row, Opportunity existing) => existing.AccountId = row.AccountId;
}
