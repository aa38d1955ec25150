using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.RollUps;

/// <summary>Counts people who are in several buying groups.</summary>
internal static class OverlapCounts
{
    public static async Task<(IReadOnlyList<ContactOverlap> Overlaps, IReadOnlyList<OverlappingPerson> People)> CountAsync(PortalDbContext read, CancellationToken cancellationToken)
    {
        var perPerson = read.Members.Where(m => m.IsActive).GroupBy(m => m.PersonId).Select(q => new { PersonId = q.Key, Groups = q.Count() });
        var counts = await perPerson.GroupBy(p => p.Groups).Select(q => new { Groups = q.Key, People = q.LongCount() }).ToListAsync(cancellationToken);
        var most = await perPerson.Where(p => p.Groups > 1).OrderByDescending(p => p.Groups).ThenBy(p => p.PersonId).Take(OverlappingPerson.Kept).ToListAsync(cancellationToken);
        return (
            [.. Enumerable.Range(1, ContactOverlap.Most).Select(groups => new ContactOverlap
            {
                Groups = groups,
                People = counts.Where(c => Math.Min(c.Groups, ContactOverlap.Most) == groups).Sum(c => c.People),
            })],
            [.. most.Select(p => new OverlappingPerson { PersonId = p.PersonId, Groups = p.Groups })]);
    }

    public static async Task StoreAsync(PortalDbContext context, IReadOnlyList<ContactOverlap> overlaps, IReadOnlyList<OverlappingPerson> people, CancellationToken cancellationToken)
    {
        await context.ContactOverlaps.ExecuteDeleteAsync(cancellationToken);
        await context.OverlappingPeople.ExecuteDeleteAsync(cancellationToken);
        context.ContactOverlaps.AddRange(overlaps.Select(o => new ContactOverlap { Groups = o.Groups, People = o.People }));
        context.OverlappingPeople.AddRange(people.Select(p => new OverlappingPerson { PersonId = p.PersonId, Groups = p.Groups }));
        await context.SaveChangesAsync(cancellationToken);
    }
}
