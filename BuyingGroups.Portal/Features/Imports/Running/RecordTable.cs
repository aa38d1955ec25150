using BuyingGroups.Data;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports.Running;

/// <summary>What differs between importing accounts, people and opportunities.</summary>
public abstract class RecordTable<TRecord>
    where TRecord : class
{
    public abstract RecordKind Kind { get; }

    public abstract string Key(TRecord record);

    public abstract void SetKey(TRecord record, string key);

    public abstract long Id(TRecord record);

    /// <summary>The account the record is, or belongs to.</summary>
    public abstract long AccountId(TRecord record);

    /// <summary>The records with these source keys, in one statement whatever their number.</summary>
    public abstract IQueryable<TRecord> WithKeys(PortalDbContext context, string[] keys);

    /// <summary>The records that took over the place of those with these source keys, by that key.</summary>
    public virtual Task<IReadOnlyList<KeyValuePair<string, TRecord>>> MergedAsync(PortalDbContext context, string[] keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<KeyValuePair<string, TRecord>>>([]);

    public abstract IQueryable<KeyValuePair<string, long>> Ids(PortalDbContext context, string[] keys);

    public abstract Task<IReadOnlyList<(long Record, FieldValue Value)>> CustomValuesAsync(PortalDbContext context, long[] ids, int[] fields, CancellationToken cancellationToken);

    public abstract FieldValue NewValue(long record, int field);

    /// <summary>Stamps a record that is about to be inserted.</summary>
    public abstract void Stamp(TRecord record, DateTime now);

    /// <summary>What is wrong with a row that could be read, or null.</summary>
    public virtual Refusal? ProblemOf(TRecord record) => null;

    /// <summary>Finds what rows hang on; gives back those that have it.</summary>
    public virtual Task<IReadOnlyList<ImportRow<TRecord>>> PlaceAsync(
        PortalDbContext context, List<ImportRow<TRecord>> rows, Action<ImportRow<TRecord>, Refusal> reject, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ImportRow<TRecord>>>(rows);

    /// <summary>True when the record hangs on another account now.</summary>
    public virtual bool Moves(TRecord row, TRecord existing) => false;

    /// <summary>Takes over what <see cref="Moves"/> and the like found.</summary>
    public virtual void Move(TRecord row, TRecord existing)
    {
    }

    /// <summary>Called when a mapped field of an existing record changed.</summary>
    public virtual void Changed(TRecord existing, string field)
    {
    }
}

/// <summary>Accounts; a changed parent key is resolved once all rows are in.</summary>
public sealed class AccountTable : RecordTable<Account>
{
    public override RecordKind Kind => RecordKind.Account;

    public override string Key(Account record) => record.SourceKey;

    public override void SetKey(Account record, string key) => record.SourceKey = key;

    public override long Id(Account record) => record.Id;

    public override long AccountId(Account record) => record.Id;

    public override IQueryable<Account> WithKeys(PortalDbContext context, string[] keys) => context.Accounts.Where(a => EF.Parameter(keys).Contains(a.SourceKey));

    public override IQueryable<KeyValuePair<string, long>> Ids(PortalDbContext context, string[] keys) =>
        WithKeys(context, keys).Select(a => new KeyValuePair<string, long>(a.SourceKey, a.Id));

    public override async Task<IReadOnlyList<(long Record, FieldValue Value)>> CustomValuesAsync(PortalDbContext context, long[] ids, int[] fields, CancellationToken cancellationToken)
    {
        var values = await context.AccountFieldValues.AsNoTracking()
            .Where(v => EF.Parameter(ids).Contains(v.AccountId) && EF.Parameter(fields).Contains(v.FieldId)).ToListAsync(cancellationToken);
        return [.. values.Select(v => (v.AccountId, (FieldValue)v))];
    }

    public override FieldValue NewValue(long record, int field) => new AccountFieldValue { AccountId = record, FieldId = field };

    public override void Stamp(Account record, DateTime now) => (record.CreatedAt, record.UpdatedAt, record.Version) = (now, now, 1);

    public override Refusal? ProblemOf(Account record) =>
        record.ParentSourceKey is { } parent && string.Equals(parent, record.SourceKey, StringComparison.Ordinal) ? new OwnParent() : null;

    public override void Changed(Account existing, string field)
    {
        if (string.Equals(field, Mapping.TargetKeys.Parent, StringComparison.Ordinal))
            existing.ParentAccountId = null;
    }
}

/// <summary>People, who find their account through its source key.</summary>
public sealed class PersonTable : RecordTable<Person>
{
    private readonly KnownAccounts _accounts = new();

    public override RecordKind Kind => RecordKind.Person;

    public override string Key(Person record) => record.SourceKey;

    public override void SetKey(Person record, string key) => record.SourceKey = key;

    public override long Id(Person record) => record.Id;

    public override long AccountId(Person record) => record.AccountId;

    public override IQueryable<Person> WithKeys(PortalDbContext context, string[] keys) => context.People.Where(p => EF.Parameter(keys).Contains(p.SourceKey));

    public override IQueryable<KeyValuePair<string, long>> Ids(PortalDbContext context, string[] keys) =>
        WithKeys(context, keys).Select(p => new KeyValuePair<string, long>(p.SourceKey, p.Id));

    // Most portals merged nobody yet, and a first import names nothing but keys that are new.
    public override async Task<IReadOnlyList<KeyValuePair<string, Person>>> MergedAsync(PortalDbContext context, string[] keys, CancellationToken cancellationToken) =>
        keys.Length == 0 || !await context.MergedKeys.AnyAsync(cancellationToken)
            ? []
            : await context.MergedKeys.AsNoTracking().Where(k => EF.Parameter(keys).Contains(k.SourceKey)).Select(k => new KeyValuePair<string, Person>(k.SourceKey, k.Person!)).ToListAsync(cancellationToken);

    public override async Task<IReadOnlyList<(long Record, FieldValue Value)>> CustomValuesAsync(PortalDbContext context, long[] ids, int[] fields, CancellationToken cancellationToken)
    {
        var values = await context.PersonFieldValues.AsNoTracking()
            .Where(v => EF.Parameter(ids).Contains(v.PersonId) && EF.Parameter(fields).Contains(v.FieldId)).ToListAsync(cancellationToken);
        return [.. values.Select(v => (v.PersonId, (FieldValue)v))];
    }

    public override FieldValue NewValue(long record, int field) => new PersonFieldValue { PersonId = record, FieldId = field };

    public override void Stamp(Person record, DateTime now) => (record.CreatedAt, record.UpdatedAt, record.Version) = (now, now, 1);

    public override Task<IReadOnlyList<ImportRow<Person>>> PlaceAsync(
        PortalDbContext context, List<ImportRow<Person>> rows, Action<ImportRow<Person>, Refusal> reject, CancellationToken cancellationToken) =>
        _accounts.PlaceAsync(context, rows, (person, account) => person.AccountId = account, reject, cancellationToken);

    public override bool Moves(Person row, Person existing) => row.AccountId != existing.AccountId;

    public override void Move(Person row, Person existing) => existing.AccountId = row.AccountId;
}
