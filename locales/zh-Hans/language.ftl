# How Chinese writes days, times, money and lists, and which typed words work anywhere.

# $year, $month, $day: numbers
common-day = { $year }年{ $month }月{ $day }日
# $month, $day: numbers; $clock: 14:05, office time
common-time = { $month }月{ $day }日 { $clock }
# $amount: yuan, such as 500,000.00
common-money = { $amount }元
common-list-comma = 、
common-list-and = 、
# $id: name of a text that is missing
common-missing = 〔{ $id }〕

word-back = 返回 | 上一步 | 后退 | 回上一步 | 返回上一步 | 上一题 | 退回
word-skip = 跳过 | 略过 | 不填 | 不填了 | 先跳过 | 下一题 | 跳过这一题
word-unknown = 不知道 | 不清楚 | 不确定 | 说不清 | 不太清楚 | 忘了 | 不记得 | 记不清 | 不晓得 | 搞不清 | 搞不清楚 | 记不得 | 想不起来
word-cancel = 取消 | 退出 | 结束 | 不办了 | 算了 | 放弃 | 终止
word-yes = 是 | 是的 | 对 | 对的 | 好 | 好的 | 可以 | 同意 | 有 | 嗯 | 行 | 没错 | 要得 | 可以的 | 好吧 | 有的 | 是啊 | 签了 | 还在
word-no = 否 | 没 | 没得 | 冇得 | 冇 | 还没 | 还没有 | 没签 | 不想 | 不是的 | 都没有 | 不 | 不用 | 不用了 | 不需要 | 不是 | 不对 | 不要 | 不同意 | 没有 | 不行 | 无
word-done = 完成 | 完了 | 好了 | 没了 | 没有了 | 就这些 | 发完了 | 传完了 | 选好了
word-help = 帮助 | 怎么用 | 怎么办 | 说明 | 使用说明
word-human = 人工 | 找人 | 转客服 | 人工客服 | 转人工 | 人工服务 | 找人工 | 真人 | 客服 | 工作人员 | 联系工作人员
word-menu = 菜单 | 首页 | 主页 | 主菜单 | 服务 | 服务列表 | 回首页
word-hello = 你好 | 您好 | 在吗 | 有人吗 | 开始
word-language = 语言 | 切换语言 | 换语言 | 中文 | 英文 | 英语
word-change = 修改 | 更改 | 改 | 改一下 | 改答案 | 填错了 | 写错了
word-continue = 继续 | 接着填 | 继续填写 | 继续办理
word-later = 稍后 | 以后再说 | 稍后再填 | 保存 | 先保存 | 晚点再来
word-send = 提交 | 发送 | 确认提交 | 确认 | 确认发送
word-restart = 重新开始 | 重来 | 重填 | 从头开始
word-cases = 我的事项 | 我的办件 | 我的案件 | 查进度 | 进度
word-privacy = 隐私 | 我的数据 | 删除我的数据 | 个人信息 | 隐私政策

# How a position in a list is typed besides its figure.
word-number-1 = 一 | 第一 | 第一个 | 第1个 | 第一项
word-number-2 = 二 | 第二 | 第二个 | 第2个 | 第二项
word-number-3 = 三 | 第三 | 第三个 | 第3个 | 第三项
word-number-4 = 四 | 第四 | 第四个 | 第4个 | 第四项
word-number-5 = 五 | 第五 | 第五个 | 第5个 | 第五项
word-number-6 = 六 | 第六 | 第六个 | 第6个 | 第六项
word-number-7 = 七 | 第七 | 第七个 | 第7个 | 第七项
word-number-8 = 八 | 第八 | 第八个 | 第8个 | 第八项
word-number-9 = 九 | 第九 | 第九个 | 第9个 | 第九项
word-number-10 = 十 | 第十 | 第十个 | 第10个 | 第十项
