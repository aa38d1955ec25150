using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Conditions.Editor;

/// <summary>The plain sentence, its turning words in bold. They come marked by two control characters, which no name can contain.</summary>
public sealed partial class ConditionWords : ComponentBase
{
    [Parameter, EditorRequired] public string Sentence { get; set; } = "";

    [Parameter] public bool Compact { get; set; }

    [Parameter] public EventCallback OnCopy { get; set; }

    /// <summary>The sentence without marks.</summary>
    public static string Plain(string sentence) => sentence.Replace("\u0001", "", StringComparison.Ordinal).Replace("\u0002", "", StringComparison.Ordinal);

    private IEnumerable<(string Words, bool Strong)> Pieces()
    {
        foreach (var piece in Sentence.Split('\u0001'))
        {
            var parts = piece.Split('\u0002', 2);
            if (parts.Length == 2)
                yield return (parts[0], true);
            yield return (parts[^1], false);
        }
    }
}
