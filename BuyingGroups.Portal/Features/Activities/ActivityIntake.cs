using BuyingGroups.Data;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Activities;

/// <summary>Everything a batch of activities names, looked up in one statement per kind, so that each activity is then judged in memory.</summary>
internal sealed class ActivityIntake
{
    /// <summary>How far a sender's clock may be ahead.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly List<string> newNames = [];

    /// <summary>Names of attributes that were never seen before.</summary>
    public IReadOnlyList<string> NewNames => newNames;

    internal required Dictionary<string, ActivityType> Types { get; init; }

    internal required Dictionary<string, long> Accounts { get; init; }

    internal required Dictionary<string, PersonPlace> People { get; init; }

    internal required ILookup<string, PersonPlace> Emails { get; init; }

    internal required HashSet<string> Known { get; init; }

    internal required HashSet<string> Names { get; init; }

    internal required DateTime Now { get; init; }

    public static async Task<ActivityIntake> PrepareAsync(PortalDbContext database, IReadOnlyList<ActivityInput> inputs, DateTime now, CancellationToken cancellationToken)
    {
        // What holds the character NUL is in no database, and some refuse to be asked for it.
        string[] Named(Func<ActivityInput, string?> name) => [.. inputs.Select(name).OfType<string>().Where(text => !text.Contains('\0', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
        var (keys, accountKeys, personKeys, emails) =
            (Named(i => Naming.Kept(i.SourceKey)), Named(i => Naming.Kept(i.AccountSourceKey)), Named(i => Naming.Kept(i.PersonSourceKey)), Named(i => NormalizedText.Of(i.Email)));
        var types = await database.ActivityTypes.AsNoTracking().ToDictionaryAsync(t => t.NormalizedName, StringComparer.Ordinal, cancellationToken);
        var accounts = await database.Accounts.Where(a => EF.Parameter(accountKeys).Contains(a.SourceKey)).Select(a => new { a.SourceKey, a.Id }).ToDictionaryAsync(a => a.SourceKey, a => a.Id, StringComparer.Ordinal, cancellationToken);
        var people = await database.People.Where(p => EF.Parameter(personKeys).Contains(p.SourceKey)).Select(p => new { p.SourceKey, p.Id, p.AccountId })
            .ToDictionaryAsync(p => p.SourceKey, p => new PersonPlace(p.Id, p.AccountId), StringComparer.Ordinal, cancellationToken);
        foreach (var key in await database.MergedKeys.Where(k => EF.Parameter(personKeys).Contains(k.SourceKey)).Select(k => new { k.SourceKey, k.PersonId, k.Person!.AccountId }).ToListAsync(cancellationToken))
            people[key.SourceKey] = new PersonPlace(key.PersonId, key.AccountId);
        var byEmail = emails.Length == 0 ? [] : await database.People.Where(p => EF.Parameter(emails).Contains(p.NormalizedEmail)).Select(p => new { p.NormalizedEmail, p.Id, p.AccountId }).ToListAsync(cancellationToken);
        var known = keys.Length == 0 ? [] : await database.Activities.Where(a => EF.Parameter(keys).Contains(a.SourceKey!)).Select(a => a.SourceKey!).ToListAsync(cancellationToken);
        return new ActivityIntake
        {
            Types = types,
            Accounts = accounts,
            People = people,
            Emails = byEmail.ToLookup(p => p.NormalizedEmail, p => new PersonPlace(p.Id, p.AccountId), StringComparer.Ordinal),
            Known = known.ToHashSet(StringComparer.Ordinal),
            Names = (await database.ActivityAttributeNames.Select(n => n.Name).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal),
            Now = now,
        };
    }

    /// <summary>The activity to keep, nothing when it is Known already, or why not.</summary>
    public Outcome<Taken> Read(ActivityInput input)
    {
        if (FieldText.Read("Source key", input.SourceKey, Activity.SourceKeyMaxLength, out var key) is { } unreadable)
            return unreadable;
        if (key is not null && Known.Contains(key))
            return new Taken(null);
        if (!Types.TryGetValue(NormalizedText.Required(input.Type ?? ""), out var type))
            return new UnknownActivityType(input.Type ?? "");
        if (type.IsRetired)
            return new ActivityTypeRetired(type.Name);
        var occurred = input.OccurredAt?.UtcDateTime ?? Now;
        if (occurred > Now + Tolerance)
            return new OccursInTheFuture();
        if (Place(input, out var place) is { } lost)
            return lost;
        var activity = new Activity { AccountId = place.AccountId, PersonId = place.Id, ActivityTypeId = type.Id, OccurredAt = occurred, RecordedAt = Now, SourceKey = key };
        if (Describe(activity, input.Attributes) is { } fault)
            return fault;
        if (key is not null)
            Known.Add(key);
        return new Taken(activity);
    }

    private Refusal? Place(ActivityInput input, out (long AccountId, long? Id) place)
    {
        place = default;
        long? account = null;
        if (Naming.Kept(input.AccountSourceKey) is { } accountKey)
        {
            if (!Accounts.TryGetValue(accountKey, out var found))
                return new UnknownAccountKey(accountKey);
            account = found;
        }
        PersonPlace? person = null;
        if (Naming.Kept(input.PersonSourceKey) is { } personKey)
        {
            if (!People.TryGetValue(personKey, out person))
                return new UnknownPersonKey(personKey);
        }
        else if (NormalizedText.Of(input.Email) is { } email)
        {
            // One address may stand at several accounts; naming the account tells which is meant.
            var bearers = Emails[email].Where(bearer => account is null || bearer.AccountId == account).ToList();
            if (bearers.Count != 1)
                return bearers.Count == 0 ? new UnknownEmail(email) : new EmailNotUnique(email);
            person = bearers[0];
        }
        if (person is not null && account is not null && person.AccountId != account)
            return new PersonElsewhere();
        if ((person?.AccountId ?? account) is not { } at)
            return new NobodyNamed();
        place = (at, person?.Id);
        return null;
    }

    private Refusal? Describe(Activity activity, IReadOnlyDictionary<string, string?>? attributes)
    {
        var fresh = new List<string>();
        foreach (var (rawName, rawValue) in attributes ?? new Dictionary<string, string?>())
        {
            if (FieldText.Read("Attribute name", rawName, ActivityAttribute.NameMaxLength, out var written) is { } noName)
                return noName;
            if (FieldText.Read(written ?? "Attribute", rawValue, ActivityAttribute.ValueMaxLength, out var value) is { } noValue)
                return noValue;
            if (written is null || value is null)
                continue;
            var name = NormalizedText.Required(written);
            if (activity.Attributes.Any(a => string.Equals(a.Name, name, StringComparison.Ordinal)))
                return new AttributeTwice(name);
            if (activity.Attributes.Count == ActivityAttribute.MaxCount)
                return new TooManyAttributes(ActivityAttribute.MaxCount);
            if (!Names.Contains(name))
                fresh.Add(name);
            activity.Attributes.Add(new ActivityAttribute { Name = name, Value = value });
        }
        if (Names.Count + fresh.Count > ActivityAttributeName.MaxCount)
            return new TooManyAttributeNames(fresh[0], ActivityAttributeName.MaxCount);
        Names.UnionWith(fresh);
        newNames.AddRange(fresh);
        return null;
    }

    /// <param name="Activity">The activity to keep; null when it is known already.</param>
    internal sealed record Taken(Activity? Activity);

    internal sealed record PersonPlace(long Id, long AccountId);
}
