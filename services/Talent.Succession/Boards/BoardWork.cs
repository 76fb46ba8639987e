using Google.Protobuf;
using Talent.Messaging.Work;
using Talent.ServiceDefaults;
using Talent.Succession.Engine;
using Talent.Succession.Forecasts;
using Talent.Succession.Storage;
using Talent.Succession.V1;
using EngineData = Talent.Succession.Engine.Inputs.ReferenceData;

namespace Talent.Succession.Boards;

/// <summary>
/// Computes the board of a group anew whenever something it rests on has changed, and with it the forecast that is there at once, unless
/// that rests on the same; the full one follows. Bursts of changes are computed once; replicas share the groups among them.
/// </summary>
/// <param name="data">Reference data.</param>
/// <param name="flags">Raises and clears flags.</param>
/// <param name="forecasts">Computes forecasts.</param>
/// <param name="time">Says which day it is.</param>
internal sealed class BoardWork(EngineData data, FlagChanges flags, ForecastComputation forecasts, TimeProvider time)
    : IWork<SuccessionContext>
{
    /// <summary>The kind of work, with the id of a group as its subject.</summary>
    public const string KindOfWork = "board";

    /// <inheritdoc />
    public string Kind => KindOfWork;

    /// <inheritdoc />
    public async Task DoAsync(WorkScope<SuccessionContext> scope, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await ComputeAsync(scope.Context, scope.Subject, cancellation);
        scope.OnCommit((context, _) =>
        {
            context.Want(ForecastWork.KindOfWork, scope.Subject);
            return Task.CompletedTask;
        });
    }

    /// <summary>Computes a board with its forecast; what changes is tracked by the context and saved by the caller.</summary>
    /// <param name="context">The database.</param>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task ComputeAsync(SuccessionContext context, string groupId, CancellationToken cancellation)
    {
        // The records first: a worker that saved meanwhile is noticed by their versions.
        var record = await context.Boards.FindAsync([groupId], cancellation);
        var forecastRecord = await context.FindForecastAsync(groupId, ForecastTier.AtOnce, cancellation);
        if (await GroupInputs.ReadAsync(context, groupId, cancellation) is not { } inputs) return;
        var analysis = new GroupAnalysis(SnapshotBuilder.Build(inputs, LondonCalendar.Today(time)), data);
        var standing = await flags.ApplyAsync(context, groupId, analysis, cancellation);
        record ??= context.Boards.Add(new BoardRecord { GroupId = groupId }).Entity;
        var provenance = Provenances.Of(inputs, analysis, record.BoardVersion);
        var board = new BoardBuilder(inputs, analysis, standing, leftOut: 0).Build(provenance);
        if (!ShowsTheSame(record.Content, board)) provenance.BoardVersion = ++record.BoardVersion;
        record.AsOf = analysis.Snapshot.AsOf;
        record.RolesPosition = inputs.Positions.Roles;
        record.Content = board.ToByteArray();
        record.Version++;
        var fingerprint = forecasts.Fingerprint(inputs, analysis, leftOut: 0);
        var forecast = forecastRecord?.Fingerprint == fingerprint
            ? forecastRecord.MovedOn(inputs.Positions) : forecasts.AtOnce(inputs, analysis, leftOut: 0, cancellation);
        context.Keep(forecastRecord, forecast, fingerprint);
    }

    // Positions move with every event of the country; readers are told only when what they see has changed.
    private static bool ShowsTheSame(byte[] before, Board now)
    {
        if (before.Length == 0) return false;
        var (one, other) = (Board.Parser.ParseFrom(before), now.Clone());
        (one.Provenance, other.Provenance) = (null, null);
        return one.Equals(other);
    }
}

/// <summary>Says from what state of the world a result was computed.</summary>
internal static class Provenances
{
    public static Provenance Of(GroupInputs inputs, GroupAnalysis analysis, long boardVersion) => new()
    {
        AsOf = analysis.Snapshot.AsOf.ToDate(),
        ModelVersion = GroupAnalysis.ModelVersion,
        RolesPosition = inputs.Positions.Roles,
        DevelopmentPosition = inputs.Positions.Development,
        SuccessionPosition = inputs.Positions.Succession,
        BoardVersion = boardVersion,
        CoverHorizonDays = (int)analysis.Data.Thresholds.CoverHorizonDays.Value,
    };
}
