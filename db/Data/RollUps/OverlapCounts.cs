using BuyingGroups.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.RollUps;

/// <summary>People who are in several buying groups, and what of that is not stored yet. Only jobs count.</summary>
/// <param name="Overlaps">People by number of groups.</param>
/// <param name="Gone">People stored with a number that is not theirs any more.</param>
/// <param name="Come">People to store.</param>
internal sealed record OverlapCounts(IReadOnlyList<ContactOverlap> Overlaps, IReadOnlyList<long> Gone, IReadOnlyList<OverlappingPerson> Come)
{
    private const int AtOnce = 1_000;

    public static async Task<OverlapCounts> CountAsync(PortalDbContext read, CancellationToken cancellationToken)
    {
        var perPerson = read.Members.Where(m => m.IsActive).GroupBy(m => m.PersonId).Select(q => new { PersonId = q.Key, Groups = q.Count() });
        var counts = await perPerson.GroupBy(p => p.Groups).Select(q => new { Groups = q.Key, People = q.LongCount() }).ToListAsync(cancellationToken);
        var several = await perPerson.Where(p => p.Groups > 1).ToDictionaryAsync(p => p.PersonId, p => p.Groups, cancellationToken);
        var gone = new List<long>();
        await foreach (var stored in read.OverlappingPeople.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!several.TryGetValue(stored.PersonId, out var groups) || groups != stored.Groups)
                gone.Add(stored.PersonId);
            else
                several.Remove(stored.PersonId);
        }
        return new OverlapCounts(
            [.. Enumerable.Range(1, ContactOverlap.Most).Select(groups => new ContactOverlap
            {
                Groups = groups,
                People = counts.Where(c => Math.Min(c.Groups, ContactOverlap.Most) == groups).Sum(c => c.People),
            })],
            gone, [.. several.Select(person => new OverlappingPerson { PersonId = person.Key, Groups = person.Value })]);
    }

    public async Task StoreAsync(PortalDbContext context, DatabaseProvider provider, CancellationToken cancellationToken)
    {
        await context.ContactOverlaps.ExecuteDeleteAsync(cancellationToken);
        context.ContactOverlaps.AddRange(Overlaps.Select(o => new ContactOverlap { Groups = o.Groups, People = o.People }));
        await context.SaveChangesAsync(cancellationToken);
        // Those that come too: another node may have stored them since they were counted.
        foreach (var ids in Gone.Concat(Come.Select(person => person.PersonId)).Chunk(AtOnce))
            await context.OverlappingPeople.Where(o => ids.Contains(o.PersonId)).ExecuteDeleteAsync(cancellationToken);
        if (Come.Count > 0)
            await provider.BulkInsert.InsertAsync(context, Come, cancellationToken);
    }
}
