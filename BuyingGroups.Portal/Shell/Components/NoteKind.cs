namespace BuyingGroups.Portal.Shell.Components;

/// <summary>How serious a note in a page is.</summary>
public enum NoteKind
{
    Info,
    Good,
    Warning,
    Error,
}
