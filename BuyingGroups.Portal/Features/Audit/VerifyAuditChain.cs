using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Audit;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Audit;

/// <summary>Reads the whole audit log and recomputes its hashes: shows whether anybody changed, removed or added a line behind the portal's back.</summary>
[Requires(Permissions.AuditView)]
public sealed record VerifyAuditChain : IQuery<AuditChainReport>;

/// <summary>What the check found.</summary>
/// <param name="Lines">Lines read.</param>
/// <param name="BrokenAt">The first line that does not fit, or null when all do.</param>
/// <param name="Fault">What is wrong there.</param>
public sealed record AuditChainReport(long Lines, long? BrokenAt, AuditFault? Fault);

/// <summary>How a chain can be broken.</summary>
public enum AuditFault
{
    /// <summary>A line is missing.</summary>
    Missing,

    /// <summary>A line was changed, or one before it.</summary>
    Changed,

    /// <summary>What was or what is was changed.</summary>
    DetailChanged,

    /// <summary>Lines at the end are missing.</summary>
    CutOff,
}

public sealed class VerifyAuditChainHandler : IQueryHandler<VerifyAuditChain, AuditChainReport>
{
    private const int Portion = 2_000;

    public async Task<Outcome<AuditChainReport>> HandleAsync(VerifyAuditChain query, QueryContext context, CancellationToken cancellationToken)
    {
        // The end first: what is written while we read does not matter.
        var head = await context.Database.AuditHeads.SingleAsync(cancellationToken);
        var previous = "";
        long sequence = 0;
        while (sequence < head.Sequence)
        {
            var after = sequence;
            var entries = await context.Database.AuditEntries.Where(e => e.Sequence > after && e.Sequence <= head.Sequence).OrderBy(e => e.Sequence).Take(Portion).ToListAsync(cancellationToken);
            if (entries.Count == 0)
                return new AuditChainReport(sequence, sequence + 1, AuditFault.CutOff);
            foreach (var entry in entries)
            {
                if (FaultOf(entry, sequence, previous) is { } fault)
                    return new AuditChainReport(sequence, sequence + 1, fault);
                (sequence, previous) = (entry.Sequence, entry.Hash);
            }
        }
        return previous == head.Hash ? new AuditChainReport(sequence, null, null) : new AuditChainReport(sequence, sequence, AuditFault.Changed);
    }

    private static AuditFault? FaultOf(AuditEntry entry, long sequence, string previous)
    {
        if (entry.Sequence != sequence + 1)
            return AuditFault.Missing;
        if (entry.Hash != AuditTrail.HashOf(entry, previous))
            return AuditFault.Changed;
        // Erasing a person empties both; their hash stays, and so does the chain.
        var erased = entry.Before is null && entry.After is null;
        return erased || entry.DetailHash == AuditTrail.DetailHashOf(entry.Before, entry.After) ? null : AuditFault.DetailChanged;
    }
}
