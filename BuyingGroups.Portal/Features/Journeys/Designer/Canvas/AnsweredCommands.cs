namespace BuyingGroups.Portal.Features.Journeys.Designer.Canvas;

/// <summary>The commands of one script: one that comes again, because the connection was lost before its answer, is answered again and not done again.</summary>
public sealed class AnsweredCommands
{
    private readonly Dictionary<int, Task<CanvasAnswer>> answered = [];

    /// <summary>Does a command, or gives back what came of it.</summary>
    public Task<CanvasAnswer> OnceAsync(CanvasCommand command, Func<CanvasCommand, Task<CanvasAnswer>> answer) =>
        answered.TryGetValue(command.Number, out var known) ? known : answered[command.Number] = answer(command);
}
