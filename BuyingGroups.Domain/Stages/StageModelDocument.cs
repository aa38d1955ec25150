using System.Text.Json;
using System.Text.Json.Serialization;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Stages;

/// <summary>A stage model as people write it down: stages by name, transitions between names. What the command line and the API take.</summary>
/// <param name="Name">Unique name of the model.</param>
/// <param name="Stages">The stages in order.</param>
/// <param name="Transitions">The allowed moves.</param>
public sealed record StageModelDocument(string? Name, IReadOnlyList<StageDocument>? Stages, IReadOnlyList<StageTransitionDocument>? Transitions)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads a document, or says where it cannot be read.</summary>
    public static Outcome<StageModelDocument> Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<StageModelDocument>(text, Json) is { } document ? document : new StageModelUnreadable("null");
        }
        catch (JsonException fault)
        {
            return new StageModelUnreadable(fault.Message);
        }
    }

    /// <summary>A model written down.</summary>
    public static StageModelDocument Of(StageModel model)
    {
        var names = model.Stages.ToDictionary(stage => stage.Id, stage => stage.Name);
        return new(
            model.Name,
            [.. model.Stages.OrderBy(stage => stage.Order).Select(stage => new StageDocument(stage.Name, stage.Kind, stage.Description))],
            [.. model.Transitions.Select(transition => new StageTransitionDocument(names[transition.FromStageId], names[transition.ToStageId]))]);
    }

    /// <summary>The document as text, such as <see cref="Parse"/> reads.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, Json);
}

/// <summary>One stage of a document.</summary>
/// <param name="Name">Name, unique in the model.</param>
/// <param name="Kind">"ordinary" when left out, "entry", "success" or "failure".</param>
/// <param name="Description">What it means.</param>
public sealed record StageDocument(string? Name, StageKind Kind = StageKind.Ordinary, string? Description = null);

/// <summary>One allowed move of a document.</summary>
/// <param name="From">Name of a stage.</param>
/// <param name="To">Name of a stage.</param>
public sealed record StageTransitionDocument(string? From, string? To);

/// <summary>The text is no stage model.</summary>
/// <param name="Fault">What the reader says.</param>
public sealed record StageModelUnreadable(string Fault) : Refusal("The document is not a stage model: {0} Nothing was saved; correct it and try again.", Fault);
