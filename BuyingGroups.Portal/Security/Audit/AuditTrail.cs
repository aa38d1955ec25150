using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BuyingGroups.Data;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Security.Audit;

/// <summary>Writes the audit log in the transaction of the change, as a chain of hashes.</summary>
public sealed class AuditTrail
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutNotAudited } },
    };

    private readonly ConcurrentDictionary<(string Reference, string Name), int> _actors = new();

    /// <summary>The id of <paramref name="actor"/> in the actors table, made on first sight.</summary>
    public async Task<int> ActorIdAsync(PortalDbContext context, Actor actor, CancellationToken cancellationToken)
    {
        if (_actors.TryGetValue((actor.Reference, actor.Name), out var known))
            return known;
        var record = await context.Actors.FirstOrDefaultAsync(a => a.Reference == actor.Reference, cancellationToken);
        if (record is { } found && found.Name == actor.Name)
        {
            _actors.TryAdd((actor.Reference, actor.Name), found.Id);
            return found.Id;
        }
        if (record is null)
        {
            record = new ActorRecord { Kind = actor.Kind, Reference = actor.Reference, Name = actor.Name };
            context.Actors.Add(record);
        }
        else
        {
            record.Name = actor.Name;
        }
        // Not cached: this transaction may still roll back.
        await context.SaveChangesAsync(cancellationToken);
        return record.Id;
    }

    /// <summary>Appends the lines of a command.</summary>
    internal async Task WriteAsync(CommandContext command, object request, object result, CancellationToken cancellationToken)
    {
        var notes = command.Notes.Count > 0
            ? command.Notes
            : [new CommandContext.AuditNote(request.GetType().Name, IdOf(result), null, null, request)];
        await AppendAsync(
            command.Database, command.ActorId, command.Caller.From, request.GetType().Name, command.Now,
            [.. notes.Select(n => (n.SubjectKind, Id: Resolve(n.SubjectId), n.SubjectName, Before: ToJson(n.Before), After: ToJson(n.After)))],
            cancellationToken);
    }

    /// <summary>Appends lines for what happens outside of commands, such as signing in.</summary>
    public static async Task AppendAsync(
        PortalDbContext context, int actorId, string from, string action, DateTime now,
        IReadOnlyList<(string Kind, string Id, string? Name, string? Before, string? After)> lines, CancellationToken cancellationToken)
    {
        // The update locks the head until the commit, so that two writers cannot take the same place in the chain.
        await context.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, h => h.Sequence + lines.Count), cancellationToken);
        var head = await context.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        var sequence = head.Sequence - lines.Count;
        var previous = head.Hash;
        foreach (var (kind, id, name, before, after) in lines)
        {
            var entry = new AuditEntry
            {
                Sequence = ++sequence,
                At = now,
                ActorId = actorId,
                CameFrom = Cut(from, 100),
                Action = Cut(action, 100),
                SubjectKind = Cut(kind, 60),
                SubjectId = Cut(id, 60),
                SubjectName = name is null ? null : Cut(name, 600),
                Before = before,
                After = after,
                DetailHash = DetailHashOf(before, after),
                Hash = "",
            };
            previous = entry.Hash = HashOf(entry, previous);
            context.AuditEntries.Add(entry);
        }
        await context.SaveChangesAsync(cancellationToken);
        await context.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(h => h.Hash, previous), cancellationToken);
    }

    /// <summary>The hash an entry must carry after <paramref name="previous"/>.</summary>
    public static string HashOf(AuditEntry entry, string previous) => Hash(string.Join(
        '\n',
        previous,
        entry.Sequence.ToString(CultureInfo.InvariantCulture),
        // Whole microseconds: what every database keeps.
        (entry.At.Ticks / 10).ToString(CultureInfo.InvariantCulture),
        entry.ActorId.ToString(CultureInfo.InvariantCulture),
        entry.CameFrom, entry.Action, entry.SubjectKind, entry.SubjectId, entry.SubjectName, entry.DetailHash));

    /// <summary>The hash over what was and what is.</summary>
    public static string DetailHashOf(string? before, string? after) => Hash($"{before}\n{after}");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private static string? ToJson(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), Json);

    private static string Resolve(object id) => id is Func<object> later ? Resolve(later()) : Convert.ToString(id, CultureInfo.InvariantCulture) ?? "";

    private static object IdOf(object result) => result switch
    {
        int or long or string => result,
        _ => result.GetType().GetProperty("Id")?.GetValue(result) ?? "",
    };

    private static void LeaveOutNotAudited(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AttributeProvider?.IsDefined(typeof(NotAuditedAttribute), inherit: true) == true)
                property.ShouldSerialize = (_, _) => false;
        }
    }
}
